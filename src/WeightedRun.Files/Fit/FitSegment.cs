using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>Everything of one FIT file, alone or one of a chain, that can matter to an activity. Messages come in any order.</summary>
internal sealed class FitSegment : IDisposable
{
    // https://developer.garmin.com/fit/protocol/ : global message numbers.
    private const int FileId = 0;
    private const int UserProfile = 3;
    private const int SportSetting = 12;
    private const int Session = 18;
    private const int Lap = 19;
    private const int Record = 20;
    private const int Event = 21;
    private const int DeviceInfo = 23;
    private const int Activity = 34;
    private const int FieldDescription = 206;

    public const uint ActivityFile = 4;

    private readonly FitDeveloperFields _developerFields = new();

    public uint? FileType { get; private set; }

    public uint? Maker { get; private set; }

    public uint? Product { get; private set; }

    public uint? SerialNumber { get; private set; }

    public uint? CreatedAt { get; private set; }

    public string? ProductName { get; private set; }

    public Mass? BodyMass { get; private set; }

    public TimeSpan? LocalOffset { get; private set; }

    public int? Sport { get; private set; }

    public int? SubSport { get; private set; }

    public FitRecords Records { get; } = new();

    public FitTimer Timer { get; } = new();

    public List<FitSession> Sessions { get; } = [];

    /// <summary>Start of each lap; 0 where it is not known.</summary>
    public FitTimes LapStarts { get; } = new();

    public List<string> Warnings { get; } = [];

    public void Add(in FitMessage message, uint? time)
    {
        switch (message.Definition.GlobalNumber)
        {
            case Record:
                Records.Add(message, time);
                break;
            case Session:
                AddSession(FitSession.From(message, time, _developerFields.CarriedMassIn(message)));
                break;
            case Lap:
                LapStarts.Add(message.Unsigned(2) ?? 0);
                Sport ??= (int?)message.Unsigned(25);
                SubSport ??= (int?)message.Unsigned(39);
                break;
            case Event:
                Timer.Add(message, time);
                if (Timer.IsStopped)
                    Records.Pause();

                break;
            case FileId:
                AddFileId(message);
                break;
            case DeviceInfo when message.Unsigned(0) == 0:
                ProductName ??= message.Text(27);
                break;
            case UserProfile:
                BodyMass = message.Positive(4) is { } tenths ? Mass.FromKilograms(tenths / 10) : BodyMass;
                break;
            case SportSetting:
                Sport = (int?)message.Unsigned(0) ?? Sport;
                SubSport = (int?)message.Unsigned(1) ?? SubSport;
                break;
            case Activity:
                LocalOffset = LocalOffsetOf(message, time) ?? LocalOffset;
                break;
            case FieldDescription:
                _developerFields.Describe(message);
                break;
        }
    }

    public void Dispose()
    {
        Records.Dispose();
        LapStarts.Dispose();
    }

    // Of several sessions each has its sport message before it.
    private void AddSession(FitSession session) =>
        Sessions.Add(session.Sport is null ? session with { Sport = Sport, SubSport = session.SubSport ?? SubSport } : session);

    private void AddFileId(in FitMessage message)
    {
        FileType = message.Unsigned(0);
        Maker = message.Unsigned(1);
        Product = message.Unsigned(2);
        SerialNumber = message.Unsigned(3);
        CreatedAt = message.Unsigned(4);
        ProductName ??= message.Text(8);
    }

    private static TimeSpan? LocalOffsetOf(in FitMessage message, uint? time)
    {
        if (message.Unsigned(5) is not { } local || time is not { } utc || !FitTime.IsDate(local) || !FitTime.IsDate(utc))
            return null;

        // A watch can be set freely, but no place is further from UTC than this: what is beyond was never set.
        var offset = TimeSpan.FromSeconds((long)local - utc);
        return offset.Duration() <= TimeSpan.FromHours(15) ? offset : null;
    }
}
