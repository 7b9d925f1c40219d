namespace WeightedRun.Analysis.Rules;

/// <summary>The rules in the order in which they are asked and reported.</summary>
public static class RuleBook
{
    /// <summary>All rules: load, then distance, then frequency.</summary>
    public static IReadOnlyList<IRule> Rules { get; } =
    [
        new LoadHeavyForTheBody(),
        new RunFarBeyondRecentRuns(),
        new TooManyWeightedRunsInAWeek(),
    ];
}
