namespace WeightedRun.Analysis.Rules;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Well done.</summary>
    Positive,

    /// <summary>Worth knowing; never changes the week's colour.</summary>
    Info,

    /// <summary>Off the recommendation, or a risk that studies know.</summary>
    Caution,

    /// <summary>Beyond an explicit limit of the article, or of our own safety bound.</summary>
    Violation,
}
