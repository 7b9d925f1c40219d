using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.StravaExport;

/// <summary>One row of <c>activities.csv</c>, in the product's words.</summary>
internal sealed record StravaRow
{
    public string? ActivityId { get; init; }

    public DateTime? StartUtc { get; init; }

    public Sport? Sport { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? PrivateNote { get; init; }

    public string? Gear { get; init; }

    public string? Filename { get; init; }

    public bool IsCommute { get; init; }

    public Mass? BodyMass { get; init; }

    public TimeSpan? ElapsedTime { get; init; }

    public TimeSpan? MovingTime { get; init; }

    public Distance? Distance { get; init; }

    public Distance? ElevationGain { get; init; }

    public double? MaxHeartRateBpm { get; init; }

    public double? AverageHeartRateBpm { get; init; }

    private IEnumerable<string> Ids => [.. ActivityId is null ? (string[])[] : [$"strava:{ActivityId}"], .. UploadIds(Filename)];

    public static StravaRow From(string[] row, StravaColumns columns)
    {
        return new StravaRow
        {
            ActivityId = Text(0),
            StartUtc = StravaDates.Parse(Text(1) ?? ""),
            Title = Text(2),
            Sport = SportWords.Find(Text(3)),
            Description = Text(4),
            PrivateNote = columns.PrivateNote is { } note ? Text(note) : null,
            Gear = Text(columns.Gear),
            Filename = columns.FilenameIn(row),
            IsCommute = columns.IsCommute(row),
            BodyMass = Positive(columns.AthleteWeight) is { } kilograms and >= 20 and <= 300 ? Mass.FromKilograms(kilograms) : null,
            ElapsedTime = Seconds(columns.ElapsedTime) ?? Seconds(5),
            MovingTime = Seconds(columns.MovingTime),
            Distance = Positive(columns.DistanceMeters) is { } meters ? Analysis.Units.Distance.FromMeters(meters)
                : Positive(6) is { } kilometers ? Analysis.Units.Distance.FromKilometers(kilometers) : null,
            ElevationGain = Positive(columns.ElevationGain) is { } climbed ? Analysis.Units.Distance.FromMeters(climbed) : null,
            MaxHeartRateBpm = Positive(columns.MaxHeartRate),
            AverageHeartRateBpm = Positive(columns.AverageHeartRate),
        };

        string? Text(int column) => column < row.Length && !string.IsNullOrWhiteSpace(row[column]) ? row[column].Trim() : null;

        double? Positive(int column) => StravaColumns.Number(Text(column) ?? "") is { } number and > 0 ? number : null;

        // Longer than a year is a broken row, not a run.
        TimeSpan? Seconds(int column) => Positive(column) is { } seconds and < 366 * 86400 ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The activity as the row alone tells it.</summary>
    public RecordedActivity ToRecorded(string file) => new()
    {
        File = file,
        Source = ActivitySource.StravaExport,
        Sport = Sport ?? Analysis.Runs.Sport.Other,
        StartUtc = StartUtc,
        ElapsedTime = ElapsedTime,
        TimerTime = MovingTime,
        MovingTime = MovingTime,
        Distance = Distance,
        ElevationGain = ElevationGain,
        AverageHeartRateBpm = AverageHeartRateBpm,
        MaxHeartRateBpm = MaxHeartRateBpm,
        AverageSpeedMps = Distance?.Meters / (MovingTime ?? ElapsedTime)?.TotalSeconds,
        Title = Title,
        Description = Description,
        PrivateNote = PrivateNote,
        Gear = Gear,
        IsCommute = IsCommute,
        IsManual = Filename is null,
        BodyMass = BodyMass,
        ExternalIds = [.. Ids],
        Warnings = StartUtc is null ? ["no-start: the date in the table cannot be read"] : [],
    };

    /// <summary>The activity as its file tells it, with what only the row knows. What the runner has renamed on the site holds.</summary>
    /// <param name="member">What the file holds.</param>
    /// <param name="isWhole">The row's sums are of this activity alone.</param>
    public RecordedActivity Join(RecordedActivity member, bool isWhole)
    {
        var joined = JoinWords(member) with { ExternalIds = [.. Ids, .. member.ExternalIds] };
        return !isWhole ? joined : joined with
        {
            StartUtc = member.StartUtc ?? StartUtc,
            ElapsedTime = member.ElapsedTime ?? ElapsedTime,
            TimerTime = member.TimerTime ?? MovingTime,
            MovingTime = MovingTime ?? member.MovingTime,
            Distance = member.Distance ?? Distance,
            ElevationGain = member.ElevationGain ?? ElevationGain,
            AverageHeartRateBpm = member.AverageHeartRateBpm ?? AverageHeartRateBpm,
            MaxHeartRateBpm = member.MaxHeartRateBpm ?? MaxHeartRateBpm,
        };
    }

    /// <summary>One of several activities of the row's file: the row's words are theirs too, its sums and its number are not.</summary>
    public RecordedActivity JoinWords(RecordedActivity member) => member with
    {
        Source = ActivitySource.StravaExport,
        Sport = SportWords.Prefer(Sport, member.Sport),
        Title = Title ?? member.Title,
        Description = Description ?? member.Description,
        PrivateNote = PrivateNote,
        Gear = Gear,
        IsCommute = IsCommute,
        BodyMass = member.BodyMass ?? BodyMass,
    };

    /// <summary><c>activities/12866632127.fit.gz</c>: the number is the upload's, not the activity's.</summary>
    public static IEnumerable<string> UploadIds(string? filename)
    {
        var number = new string([.. (filename ?? "").Skip("activities/".Length).TakeWhile(char.IsAsciiDigit)]);
        return number.Length == 0 ? [] : [$"strava-upload:{number}"];
    }
}
