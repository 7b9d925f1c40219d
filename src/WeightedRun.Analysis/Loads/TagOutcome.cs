namespace WeightedRun.Analysis.Loads;

/// <summary>Whether an activity was done with weight.</summary>
public enum TagOutcome
{
    /// <summary>Nothing says so, or something says no.</summary>
    NotWeighted,

    /// <summary>It may have been: the runner is asked, and nothing counts until they answer.</summary>
    Suspected,

    /// <summary>It was.</summary>
    Weighted,
}
