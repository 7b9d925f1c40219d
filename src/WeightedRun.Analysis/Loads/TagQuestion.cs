namespace WeightedRun.Analysis.Loads;

/// <summary>What the runner is asked about an activity.</summary>
public enum TagQuestion
{
    /// <summary>Did you carry weight, and all the way?</summary>
    Weighted,

    /// <summary>How much was it in total?</summary>
    Load,

    /// <summary>What was it?</summary>
    Equipment,
}
