namespace WeightedRun.Sandbox.Garmin;

/// <summary>An activity to add; what is not said is a plain run of 8 km that ended just now.</summary>
internal sealed record NewGarminActivity
{
    public string Name { get; init; } = "Morning Run";

    public string? Description { get; init; }

    public string TypeKey { get; init; } = "running";

    public DateTimeOffset? StartsAt { get; init; }

    public int UtcOffsetSeconds { get; init; } = 7200;

    public double TimerSeconds { get; init; } = 2400;

    /// <summary>As long as the timer unless said otherwise.</summary>
    public double? ElapsedSeconds { get; init; }

    public double DistanceMeters { get; init; } = 8000;

    public double ElevationGainMeters { get; init; } = 40;

    public double? HeartRate { get; init; } = 148;

    public double? Cadence { get; init; } = 168;

    public double? PackGrams { get; init; }

    public bool IsManual { get; init; }

    public bool IsParent { get; init; }

    public long? Parent { get; init; }

    public GarminActivity ToActivity(GarminActivityId id, GarminUserId owner, DateTimeOffset now) => new()
    {
        Id = id,
        Owner = owner,
        Name = Name,
        Description = Description,
        TypeKey = TypeKey,
        StartsAt = StartsAt?.ToUniversalTime() ?? DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() - (long)TimerSeconds),
        UtcOffset = TimeSpan.FromSeconds(UtcOffsetSeconds),
        Timer = TimeSpan.FromSeconds(TimerSeconds),
        Elapsed = TimeSpan.FromSeconds(ElapsedSeconds ?? TimerSeconds),
        DistanceMeters = DistanceMeters,
        ElevationGainMeters = ElevationGainMeters,
        HeartRate = HeartRate,
        Cadence = Cadence,
        PackGrams = PackGrams,
        IsManual = IsManual,
        IsParent = IsParent,
        Parent = Parent is { } parent ? new GarminActivityId(parent) : null,
        DeviceName = IsManual ? "unknown" : "Garmin fenix 7",
        UploadedAt = now,
    };
}
