namespace WeightedRun.Sandbox.Strava.World;

/// <summary>One activity as its athlete uploaded it. Edits replace the record.</summary>
internal sealed record StravaActivity
{
    public required ActivityId Id { get; init; }

    public required AthleteId Owner { get; init; }

    public required string Name { get; init; }

    /// <summary>In the detailed answer only; editing it fires no event.</summary>
    public string? Description { get; init; }

    /// <summary>A text, not an enum: Strava adds sports without notice.</summary>
    public required string SportType { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required double DistanceMeters { get; init; }

    public required int MovingSeconds { get; init; }

    public required int ElapsedSeconds { get; init; }

    public double ElevationGainMeters { get; init; }

    public double? AverageHeartRate { get; init; }

    public double? MaxHeartRate { get; init; }

    /// <summary>Steps of one leg a minute, as Strava counts runs.</summary>
    public double? AverageCadence { get; init; }

    public int? AverageTemperature { get; init; }

    public int? WorkoutType { get; init; }

    public int? PerceivedExertion { get; init; }

    public Visibility Visibility { get; init; }

    public GearId? Gear { get; init; }

    public string? DeviceName { get; init; }

    public string? ExternalId { get; init; }

    public bool IsManual { get; init; }

    public bool IsTrainer { get; init; }

    public bool IsCommute { get; init; }

    /// <summary>The athlete shows the day but not the hour: the start reads one second past midnight.</summary>
    public bool HidesStartTime { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public bool IsPrivate => Visibility == Visibility.OnlyMe;

    public TimeSpan UtcOffset => Zone.GetUtcOffset(Start);

    /// <summary>The start that answers, order and filters go by.</summary>
    public DateTimeOffset ShownStart => HidesStartTime ? new DateTimeOffset(Start.ToOffset(UtcOffset).Date, UtcOffset).AddSeconds(1).ToUniversalTime() : Start;
}
