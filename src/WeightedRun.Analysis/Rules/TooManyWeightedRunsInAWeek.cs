namespace WeightedRun.Analysis.Rules;

/// <summary>"Not more than three times a week" (the article). Already certain when a fourth is there, whatever is still to come.</summary>
internal sealed class TooManyWeightedRunsInAWeek : IRule
{
    public string Code => "frequency.weekly-limit";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        ref var verdict = ref verdicts.Add(this, default);
        var limit = week.Thresholds.MaxSessionsPerWeek;
        verdict.Counted = week.Counted;
        verdict.Observe("sessions", week.CountedSessions);
        verdict.Limit("sessions", limit);
        if (week.CountedSessions > limit)
            verdict.Conclude(Severity.Violation);
        else if (week.History.Log.IsComplete(week.Week))
            verdict.Conclude(null);
        else
            verdict.Lack(Reasons.WeekNotSynced);
    }
}
