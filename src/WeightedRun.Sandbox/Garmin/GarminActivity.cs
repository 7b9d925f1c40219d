namespace WeightedRun.Sandbox.Garmin;

/// <summary>An activity as Garmin Connect holds it. Both APIs tell of it, each in its own words and units.</summary>
internal sealed record GarminActivity
{
    public required GarminActivityId Id { get; init; }

    public required GarminUserId Owner { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>In the spelling of Connect's pages, such as <c>trail_running</c>; partners get it in capitals.</summary>
    public required string TypeKey { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public TimeSpan UtcOffset { get; init; }

    public TimeSpan Timer { get; init; }

    public TimeSpan Elapsed { get; init; }

    public double DistanceMeters { get; init; }

    public double ElevationGainMeters { get; init; }

    public double? HeartRate { get; init; }

    /// <summary>Steps a minute of both feet.</summary>
    public double? Cadence { get; init; }

    public double? PackGrams { get; init; }

    public bool IsManual { get; init; }

    public bool IsParent { get; init; }

    public GarminActivityId? Parent { get; init; }

    public string DeviceName { get; init; } = "Garmin fenix 7";

    public uint DeviceSerial { get; init; } = 3412345678;

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset LocalStart => StartsAt + UtcOffset;

    public bool IsOnFoot => !TypeKey.Contains("cycling", StringComparison.Ordinal) && !TypeKey.Contains("swimming", StringComparison.Ordinal);
}
