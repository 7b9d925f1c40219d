namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The numbers that the rules compare with, as one versioned set: a report carries the version it was made with.
/// <c>docs/rules.md</c> says of each where it comes from.
/// </summary>
public sealed record Thresholds
{
    /// <summary>The numbers in force.</summary>
    public static Thresholds Default { get; } = new();

    /// <summary>Version of this set of numbers; a runner's own tighter set adds a fingerprint of its numbers.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The article: "not more than three times a week".</summary>
    public int MaxSessionsPerWeek { get; init; } = 3;

    /// <summary>The article: "stick to two a week".</summary>
    public int RecommendedDays { get; init; } = 2;

    /// <summary>The article's "older runners feel it"; 50 is ours (steady decline of speed after 50: Willy and Paquette 2019).</summary>
    public int OlderRunnerAge { get; init; } = 50;

    /// <summary>Weeks after which the exception for a long triathlon ends by itself: ours.</summary>
    public int IronmanMaxWeeks { get; init; } = 16;

    /// <summary>Load in percent of body mass: worth knowing, off the recommendation, beyond our safety bound. 10 is the article's, 15 and 20 ours.</summary>
    public Bands BodyPercent { get; init; } = new(10, 15, 20);

    /// <summary>A beginner's load in percent of body mass, by stage: ours ("start small, slowly" is the article's).</summary>
    public Bands RampPercent { get; init; } = new(5, 7.5, 10);

    /// <summary>The same in kilograms, for whom no body mass is known.</summary>
    public Bands RampKilograms { get; init; } = new(3, 4.5, 6);

    /// <summary>The smallest step up that is always allowed, in kilograms.</summary>
    public double StepKilograms { get; init; } = 1;

    /// <summary>The allowed step up as a share of the established load.</summary>
    public double StepShare { get; init; } = 0.10;

    /// <summary>The largest step up as a share of body mass.</summary>
    public double StepBodyShare { get; init; } = 0.025;

    /// <summary>The week's load times distance against the mean of the four weeks before.</summary>
    public Bands VolumeRatio { get; init; } = new(1.3, 1.5, 2.0);

    /// <summary>And how much more it must be in kilogram-kilometres: for a caution, for a violation.</summary>
    public Bands VolumeKilogramKilometers { get; init; } = new(0, 20, 40);

    /// <summary>A run's distance beyond the longest of the past 30 days, in percent: the study's bands (Br J Sports Med 2025;59(17):1203).</summary>
    public Bands SpikePercent { get; init; } = new(10, 30, 100);

    /// <summary>A weighted run's distance beyond three quarters of the usual runs, in percent: info, caution.</summary>
    public Bands LongerPercent { get; init; } = new(10, 25, 25);

    /// <summary>The same for beginners and above 10 % of body mass.</summary>
    public Bands LongerStrictPercent { get; init; } = new(0, 10, 10);

    /// <summary>How much slower one percent of body mass makes a runner, in percent: least, most likely, most (Cureton 1978, Teunissen 2007, Kipp 2019).</summary>
    public Bands SlowdownPercent { get; init; } = new(0.6, 1.0, 1.3);

    /// <summary>Mean heart rate in percent of the highest: measured, estimated from age.</summary>
    public Bands HeartRatePercent { get; init; } = new(85, 90, 90);

    /// <summary>Days without a weighted run: three quarters of the load, half of it, start again.</summary>
    public Bands BreakDays { get; init; } = new(21, 42, 84);

    /// <summary>The smallest change that is called one, in percent.</summary>
    public double BenefitPercent { get; init; } = 2;
}

/// <summary>Three ascending limits of one quantity; the unit is in the property's name.</summary>
public readonly record struct Bands(double First, double Second, double Third);
