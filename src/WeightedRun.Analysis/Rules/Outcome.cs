namespace WeightedRun.Analysis.Rules;

/// <summary>What became of asking a rule. Missing data is never a pass and never an accusation.</summary>
public enum Outcome
{
    /// <summary>The rule does not concern this subject.</summary>
    NotApplicable,

    /// <summary>Judged, and nothing to say.</summary>
    Pass,

    /// <summary>Judged, and there is something to say.</summary>
    Finding,

    /// <summary>It would concern it, but something is missing: see the reasons.</summary>
    InsufficientData,

    /// <summary>A finding that another one already says.</summary>
    Suppressed,

    /// <summary>The rule itself failed.</summary>
    Error,
}
