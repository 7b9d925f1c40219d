namespace WeightedRun.Analysis.Rules;

/// <summary>One thing that the article or the evidence says, asked of one week.</summary>
public interface IRule
{
    /// <summary>Stable code, stored and shown, never renamed.</summary>
    string Code { get; }

    /// <summary>At least one evaluation; a rule that does not concern the week says so.</summary>
    IEnumerable<Evaluation> Evaluate(RuleContext context);
}
