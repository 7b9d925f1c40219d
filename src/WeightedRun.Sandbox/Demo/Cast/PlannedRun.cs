using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Demo.Cast;

/// <summary>A run of a sample runner, placed by its week: 0 is the week of the newest digest, -1 the one before, 1 the current one.</summary>
internal sealed record PlannedRun
{
    public required int Week { get; init; }

    public required DayOfWeek Day { get; init; }

    public required double Kilometers { get; init; }

    public double SecondsPerKilometer { get; init; } = 360;

    public string Title { get; init; } = "Morning Run";

    public double HeartRate { get; init; } = 140;

    public double HighestHeartRate { get; init; } = 165;

    public int Hour { get; init; } = 6;

    public bool IsOnTreadmill { get; init; }

    /// <summary>What the watch asked for, for a Garmin.</summary>
    public double? PackKilograms { get; init; }

    /// <summary>The title that it gets after the upload.</summary>
    public string? RenamedTo { get; init; }

    /// <summary>The runner deletes it after the upload.</summary>
    public bool IsDeletedLater { get; init; }

    /// <summary>What the runner says after the digest that took it for a run without weight.</summary>
    public double? VestSaidLater { get; init; }

    public DateTimeOffset StartIn(DateOnly week0, TimeZoneInfo zone)
    {
        var local = week0.AddDays((7 * Week) + (((int)Day + 6) % 7)).ToDateTime(new TimeOnly(Hour, 30)).AddMinutes(10 * Wobble);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    public NewActivity OnStrava(DateTimeOffset start) => new()
    {
        Start = start,
        Name = Title,
        DistanceMeters = Meters,
        MovingSeconds = (int)Seconds,
        ElevationGainMeters = IsOnTreadmill ? 0 : 30,
        AverageHeartRate = Math.Round(HeartRate + Wobble, 1),
        MaxHeartRate = HighestHeartRate,
        IsTrainer = IsOnTreadmill,
    };

    public NewGarminActivity AtGarmin(DateTimeOffset start) => new()
    {
        StartsAt = start,
        UtcOffsetSeconds = (int)start.Offset.TotalSeconds,
        Name = Title,
        TypeKey = IsOnTreadmill ? "treadmill_running" : "running",
        DistanceMeters = Meters,
        TimerSeconds = (int)Seconds,
        HeartRate = Math.Round(HeartRate + Wobble),
        PackGrams = PackKilograms * 1000,
    };

    private double Meters => Math.Round(1000 * Kilometers * (1 + (0.01 * Wobble)));

    private double Seconds => Meters / 1000 * SecondsPerKilometer * (1 - (0.008 * Wobble));

    // No two runs are quite the same, and the same ones every time: from -1 to 1.
    private double Wobble => ((((Week * 7) + (int)Day + 700) * 37 % 11) - 5) / 5.0;
}
