using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.StravaExport;

/// <summary>One row of <c>activities.csv</c>, in the product's words.</summary>
internal sealed record StravaRow
{
    public required int Line { get; init; }

    public required string ActivityId { get; init; }

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

    public static StravaRow From(string[] row, StravaColumns columns, int line)
    {
        return new StravaRow
        {
            Line = line,
            ActivityId = row[0],
            StartUtc = StravaDates.Parse(Text(1) ?? ""),
            Title = Text(2),
            Sport = SportWords.Find(Text(3)),
            Description = Text(4),
            PrivateNote = columns.PrivateNote is { } note ? Text(note) : null,
            Gear = Text(columns.Gear),
            Filename = Text(columns.Filename),
            IsCommute = StravaColumns.Truth(Text(columns.Commute) ?? "") ?? false,
            BodyMass = Positive(columns.AthleteWeight) is { } kilograms ? Mass.FromKilograms(kilograms) : null,
            ElapsedTime = Seconds(columns.ElapsedTime) ?? Seconds(5),
            MovingTime = Seconds(columns.MovingTime),
            Distance = Positive(columns.DistanceMeters) is { } meters ? Analysis.Units.Distance.FromMeters(meters)
                : Positive(6) is { } kilometers ? Analysis.Units.Distance.FromKilometers(kilometers) : null,
            ElevationGain = Positive(columns.ElevationGain) is { } climbed ? Analysis.Units.Distance.FromMeters(climbed) : null,
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
        AverageSpeedMps = Distance?.Meters / (MovingTime ?? ElapsedTime)?.TotalSeconds,
        Title = Title,
        Description = Description,
        PrivateNote = PrivateNote,
        Gear = Gear,
        IsCommute = IsCommute,
        IsManual = Filename is null,
        BodyMass = BodyMass,
        ExternalIds = [$"strava:{ActivityId}"],
    };

    /// <summary>The activity as its file tells it, with what only the row knows. What the runner has renamed on the site holds.</summary>
    public RecordedActivity Join(RecordedActivity member) => member with
    {
        Source = ActivitySource.StravaExport,
        Sport = SportOf(member.Sport),
        StartUtc = member.StartUtc ?? StartUtc,
        ElapsedTime = member.ElapsedTime ?? ElapsedTime,
        TimerTime = member.TimerTime ?? MovingTime,
        MovingTime = MovingTime ?? member.MovingTime,
        Distance = member.Distance ?? Distance,
        ElevationGain = member.ElevationGain ?? ElevationGain,
        Title = Title ?? member.Title,
        Description = Description ?? member.Description,
        PrivateNote = PrivateNote,
        Gear = Gear,
        IsCommute = IsCommute,
        BodyMass = member.BodyMass ?? BodyMass,
        ExternalIds = [$"strava:{ActivityId}", $"strava-upload:{UploadId}", .. member.ExternalIds],
    };

    // "activities/12866632127.fit.gz": the number is the upload's, not the activity's.
    private string UploadId => Filename is null ? "" : new string([.. Filename["activities/".Length..].TakeWhile(char.IsAsciiDigit)]);

    // "Run" on the site says less than "treadmill" in the file; anything else was chosen by the runner.
    private Sport SportOf(Sport member) => Sport switch
    {
        null => member,
        Analysis.Runs.Sport.Run when member.IsRun() => member,
        Analysis.Runs.Sport.Hike or Analysis.Runs.Sport.Walk when member == Analysis.Runs.Sport.Ruck => member,
        { } chosen => chosen,
    };
}
