using System.Globalization;
using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Identity;

/// <summary>Builders: <c>Recorded.By(Strava, "1", "2025-03-03T07:00:00").Over(10000, 3000)</c>, a run of 10 km in 3,000 s.</summary>
internal static class Recorded
{
    public static Recording By(RecordingSource source, string id, string startUtc, Sport sport = Sport.Run) =>
        By(source, id, DateTime.Parse(startUtc, CultureInfo.InvariantCulture), sport);

    public static Recording By(RecordingSource source, string id, DateTime startUtc, Sport sport = Sport.Run) => new Recording
    {
        Source = source,
        Activity = new Activity { Id = new ActivityId($"{source}:{id}"), StartLocal = startUtc.AddHours(2), UtcOffset = TimeSpan.FromHours(2), Sport = sport },
    }.Over(10000, 3000);

    public static Recording Over(this Recording recording, double meters, double timer, double? elapsed = null) => recording with
    {
        TimerTime = recording.Source == RecordingSource.Strava ? null : TimeSpan.FromSeconds(timer),
        Activity = recording.Activity with
        {
            Distance = Distance.FromMeters(meters),
            MovingTime = TimeSpan.FromSeconds(timer),
            ElapsedTime = TimeSpan.FromSeconds(elapsed ?? timer),
        },
    };

    public static Recording Later(this Recording recording, double seconds) =>
        recording with { Activity = recording.Activity with { StartLocal = recording.Activity.StartLocal.AddSeconds(seconds) } };

    public static Recording Known(this Recording recording, params string[] ids) => recording with { ExternalIds = ids };

    public static Recording On(this Recording recording, string serial) => recording with { DeviceSerial = serial };

    public static Recording PartOf(this Recording recording, Recording parent) => recording with { ParentId = parent.Id };

    public static Recording Typed(this Recording recording) => recording with { Activity = recording.Activity with { IsManual = true } };

    public static Recording Carrying(this Recording recording, LoadSource who, double? kilograms) => recording with
    {
        Activity = recording.Activity with
        {
            Load = new CarriedLoad { Source = who, Pieces = [new CarriedPiece(EquipmentKind.Backpack, kilograms is { } mass ? Mass.FromKilograms(mass) : null)] },
        },
    };
}
