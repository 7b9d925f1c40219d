namespace WeightedRun.Analysis.Rules;

/// <summary>One thing that the article or the evidence says, asked of one week.</summary>
internal interface IRule
{
    /// <summary>Stable code, stored and shown, never renamed.</summary>
    string Code { get; }

    /// <summary>Adds at least one verdict; a rule that does not concern the week says so.</summary>
    void Judge(RuleContext week, Verdicts verdicts);
}

/// <summary>A rule that is asked of every tagged run of the week.</summary>
internal interface IRunRule : IRule
{
    void Judge(TaggedRun run, RuleContext week, ref Verdict verdict);

    void IRule.Judge(RuleContext week, Verdicts verdicts) => verdicts.AddEach(this, week);
}
