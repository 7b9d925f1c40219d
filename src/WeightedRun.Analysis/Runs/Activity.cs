using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>
/// One completed activity of one runner, from whatever source. Unknown is <see langword="null"/>, never zero:
/// whoever creates an activity turns a source's zero distance, time, heart rate or cadence into <see langword="null"/>.
/// </summary>
public sealed record Activity
{
    /// <summary>Its name, unique within the log.</summary>
    public required ActivityId Id { get; init; }

    /// <summary>When it started by the runner's own clock, without a zone.</summary>
    public required DateTime StartLocal { get; init; }

    /// <summary>How far the runner's clock was ahead of UTC, where known.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>What was done.</summary>
    public required Sport Sport { get; init; }

    /// <summary>Where it was done.</summary>
    public Surface Surface { get; init; }

    /// <summary>How far.</summary>
    public Distance? Distance { get; init; }

    /// <summary>Time in motion: Strava's <c>moving_time</c>, a watch's timer where it knows no other.</summary>
    public TimeSpan? MovingTime { get; init; }

    /// <summary>Time from start to end, pauses included.</summary>
    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>Metres climbed in total.</summary>
    public Distance? ElevationGain { get; init; }

    /// <summary>Mean heart rate in beats per minute.</summary>
    public double? AverageHeartRateBpm { get; init; }

    /// <summary>Highest heart rate in beats per minute.</summary>
    public double? MaxHeartRateBpm { get; init; }

    /// <summary>Mean cadence in steps per minute, both feet.</summary>
    public double? AverageCadenceSpm { get; init; }

    /// <summary>Mean temperature in degrees Celsius, as the device or provider says.</summary>
    public double? TemperatureCelsius { get; init; }

    /// <summary>Typed in by hand rather than recorded.</summary>
    public bool IsManual { get; init; }

    /// <summary>The runner's label of the run.</summary>
    public WorkoutType WorkoutType { get; init; }

    /// <summary>The runner's title. Hostile text: encode it wherever it is shown.</summary>
    public string? Title { get; init; }

    /// <summary>What was carried; <see langword="null"/> when the activity is not tagged.</summary>
    public CarriedLoad? Load { get; init; }
}
