using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Compliance;

/// <summary>A stored activity with its tag and the runner's word about it, on its way into the training log.</summary>
internal sealed record RecordingRow
{
    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public required DateTime StartLocal { get; init; }

    public int? UtcOffsetS { get; init; }

    public required string Sport { get; init; }

    public required string Surface { get; init; }

    public double? DistanceM { get; init; }

    public double? MovingS { get; init; }

    public double? ElapsedS { get; init; }

    public double? TimerS { get; init; }

    public double? ElevationGainM { get; init; }

    public double? AvgHrBpm { get; init; }

    public double? MaxHrBpm { get; init; }

    public double? AvgCadenceSpm { get; init; }

    public double? TemperatureC { get; init; }

    public required bool IsManual { get; init; }

    public required short WorkoutType { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Device { get; init; }

    public double? BodyMassKg { get; init; }

    public required string ExternalIds { get; init; }

    public required bool IsParent { get; init; }

    public string? ParentExternalId { get; init; }

    public string? TagOutcome { get; init; }

    public string? TagSource { get; init; }

    public string? TagPieces { get; init; }

    public string? TagEvidence { get; init; }

    public string? CorrectedOutcome { get; init; }

    public string? CorrectedPieces { get; init; }

    public DateTimeOffset? CorrectedAt { get; init; }

    public ActivityId Id => IdOf(Source, ExternalId);

    /// <summary>The name of an activity among all of its runner's, as corrections and decisions write it.</summary>
    public static ActivityId IdOf(string source, string externalId) => new($"{source}:{externalId}");

    public Recording ToRecording() => new()
    {
        Activity = new Activity
        {
            Id = Id,
            StartLocal = StartLocal,
            UtcOffset = Seconds(UtcOffsetS),
            Sport = StoredName.Parse<Sport>(Sport),
            Surface = StoredName.Parse<Surface>(Surface),
            Distance = Meters(DistanceM),
            MovingTime = Seconds(MovingS),
            ElapsedTime = Seconds(ElapsedS),
            ElevationGain = Meters(ElevationGainM),
            AverageHeartRateBpm = AvgHrBpm,
            MaxHeartRateBpm = MaxHrBpm,
            AverageCadenceSpm = AvgCadenceSpm,
            TemperatureCelsius = TemperatureC,
            IsManual = IsManual,
            WorkoutType = (WorkoutType)WorkoutType,
            Title = Title,
            Load = StoredLoad.OfTag(TagOutcome, TagSource, TagPieces, TagEvidence),
        },
        Source = SourceOf(Source),
        ExternalIds = ExternalIds.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        TimerTime = Seconds(TimerS),
        IsParent = IsParent,
        ParentId = ParentExternalId is null ? null : IdOf(Source, ParentExternalId),
        BodyMass = BodyMassKg is { } kilograms ? Mass.FromKilograms(kilograms) : null,
        Description = Description,
    };

    /// <summary>A file that Garmin delivered is the watch's own, as one that the runner brought.</summary>
    private static RecordingSource SourceOf(string source) => source switch
    {
        "fit" or "garmin-personal-file" or "garmin-partner-file" => RecordingSource.Fit,
        "garmin-export" => RecordingSource.GarminExport,
        "garmin-personal" => RecordingSource.GarminPersonal,
        "garmin-partner" => RecordingSource.GarminPartner,
        "tcx" => RecordingSource.Tcx,
        "strava-export" => RecordingSource.StravaExport,
        "strava" => RecordingSource.Strava,
        _ => RecordingSource.Gpx,
    };

    private static TimeSpan? Seconds(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private static Distance? Meters(double? meters) => meters is { } known ? Distance.FromMeters(known) : null;
}
