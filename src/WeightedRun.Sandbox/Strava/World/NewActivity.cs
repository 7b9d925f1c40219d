namespace WeightedRun.Sandbox.Strava.World;

/// <summary>What an athlete uploads. Only the start is needed; the rest has a plausible default.</summary>
internal sealed record NewActivity
{
    public required DateTimeOffset Start { get; init; }

    public string Name { get; init; } = "Morning Run";

    public string? Description { get; init; }

    public string SportType { get; init; } = "Run";

    public double DistanceMeters { get; init; } = 8000;

    public int MovingSeconds { get; init; } = 2880;

    public int? ElapsedSeconds { get; init; }

    public double ElevationGainMeters { get; init; } = 40;

    public double? AverageHeartRate { get; init; } = 147.2;

    public double? MaxHeartRate { get; init; } = 165;

    public double? AverageCadence { get; init; } = 84;

    public int? AverageTemperature { get; init; }

    public int? WorkoutType { get; init; }

    public int? PerceivedExertion { get; init; }

    public Visibility Visibility { get; init; }

    public string? GearId { get; init; }

    public string? DeviceName { get; init; } = "Garmin Forerunner 265";

    public bool IsManual { get; init; }

    public bool IsTrainer { get; init; }

    public bool IsCommute { get; init; }

    public bool HidesStartTime { get; init; }

    public StravaActivity ToActivity(ActivityId id, StravaAthlete owner, DateTimeOffset now) => new()
    {
        Id = id,
        Owner = owner.Id,
        Name = Name,
        Description = Description,
        SportType = SportType,
        Start = Start.ToUniversalTime(),
        Zone = owner.Zone,
        DistanceMeters = DistanceMeters,
        MovingSeconds = MovingSeconds,
        ElapsedSeconds = ElapsedSeconds ?? MovingSeconds + (IsManual ? 0 : MovingSeconds / 50),
        ElevationGainMeters = ElevationGainMeters,
        AverageHeartRate = IsManual ? null : AverageHeartRate,
        MaxHeartRate = IsManual ? null : MaxHeartRate,
        AverageCadence = IsManual ? null : AverageCadence,
        AverageTemperature = AverageTemperature,
        WorkoutType = WorkoutType,
        PerceivedExertion = PerceivedExertion,
        Visibility = Visibility,
        Gear = GearId is null ? null : new GearId(GearId),
        DeviceName = IsManual ? null : DeviceName,
        ExternalId = IsManual ? null : $"garmin_ping_{id.Value * 28 + 7}",
        IsManual = IsManual,
        IsTrainer = IsTrainer,
        IsCommute = IsCommute,
        HidesStartTime = HidesStartTime,
        UploadedAt = now,
    };
}
