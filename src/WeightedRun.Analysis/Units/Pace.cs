namespace WeightedRun.Analysis.Units;

/// <summary>Time per distance, in seconds per kilometre inside. A greater pace is a slower run.</summary>
public readonly record struct Pace
{
    private Pace(double secondsPerKilometer) => SecondsPerKilometer = secondsPerKilometer;

    /// <summary>Seconds per kilometre.</summary>
    public double SecondsPerKilometer { get; }

    /// <summary>Seconds per international mile.</summary>
    public double SecondsPerMile => SecondsPerKilometer * 1.609344;

    /// <summary>A pace of so many seconds per kilometre.</summary>
    public static Pace FromSecondsPerKilometer(double seconds) => new(seconds);

    /// <summary>The pace of covering a distance in a time. The distance must be greater than zero.</summary>
    public static Pace Of(Distance distance, TimeSpan time) => new(time.TotalSeconds / distance.Kilometers);
}
