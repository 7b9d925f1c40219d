namespace WeightedRun.Analysis.Rules;

/// <summary>The numbers that the rules compare with. Changing one changes <see cref="Version"/>, which every report carries.</summary>
public sealed record Thresholds
{
    /// <summary>The numbers in force.</summary>
    public static Thresholds Default { get; } = new();

    /// <summary>Version of this set of numbers.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The article: "not more than three times a week".</summary>
    public int MaxSessionsPerWeek { get; init; } = 3;

    /// <summary>The article: beyond 10 % of body mass expect neither the same distance nor the same time.</summary>
    public double NotablePercent { get; init; } = 10;

    /// <summary>Our own: trade advice rarely goes beyond 15 % for running.</summary>
    public double HeavyPercent { get; init; } = 15;

    /// <summary>Our own safety bound.</summary>
    public double MaxPercent { get; init; } = 20;

    /// <summary>Age from which 10 % already is a caution: the article's "older runners feel it"; 50 is ours.</summary>
    public int OlderRunnerAge { get; init; } = 50;

    /// <summary>Days that a session's distance is compared with. British Journal of Sports Medicine 2025;59(17):1203.</summary>
    public int SpikeDays { get; init; } = 30;

    /// <summary>Runs needed in those days.</summary>
    public int SpikeMinRuns { get; init; } = 4;

    /// <summary>Up to here no more injuries than without any increase (same study).</summary>
    public double SmallSpikePercent { get; init; } = 10;

    /// <summary>From here the study's next band.</summary>
    public double ModerateSpikePercent { get; init; } = 30;

    /// <summary>From here the study's gravest band.</summary>
    public double LargeSpikePercent { get; init; } = 100;
}
