namespace WeightedRun.Analysis.Rules;

/// <summary>Well done: weeks in a row with weight and nothing to watch. The article: long-term returns instead of short-term gains.</summary>
internal sealed class CompliantStreak : IRule
{
    private static readonly int[] Praised = [2, 4, 8, 12, 26, 52];

    public string Code => "positive.compliant-streak";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        var isGood = !WeekStreak.HasGraveFinding(verdicts);
        ref var verdict = ref verdicts.Add(this, default);
        if (week.CountedSessions == 0)
            return;

        var weeks = isGood ? WeekStreak.EndingWith(week) : 0;
        verdict.Counted = week.Counted;
        verdict.Observe("weeks", weeks);
        verdict.Conclude(Array.IndexOf(Praised, weeks) >= 0 ? Severity.Positive : null);
    }
}
