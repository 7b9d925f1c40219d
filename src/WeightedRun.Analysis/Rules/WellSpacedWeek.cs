namespace WeightedRun.Analysis.Rules;

/// <summary>Well done: up to three weighted runs, a day off between them, and nothing to watch.</summary>
internal sealed class WellSpacedWeek : IRule
{
    public string Code => "positive.well-spaced-week";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        var isGood = !WeekStreak.HasGraveFinding(verdicts);
        ref var verdict = ref verdicts.Add(this, default);
        if (week.CountedSessions == 0)
            return;

        verdict.Counted = week.Counted;
        if (!week.History.Log.IsComplete(week.Week))
        {
            verdict.Lack(Reasons.WeekNotSynced);
            return;
        }

        verdict.Observe("sessions", week.CountedSessions);
        verdict.Limit("sessions", week.Thresholds.MaxSessionsPerWeek);
        verdict.Conclude(isGood && week.CountedSessions <= week.Thresholds.MaxSessionsPerWeek && AreSpaced(week) ? Severity.Positive : null);
    }

    private static bool AreSpaced(RuleContext week)
    {
        var counted = week.History.Counted;
        for (var i = Math.Max(1, week.Counted.From); i < week.Counted.To; i++)
        {
            if (counted[i].Day - counted[i - 1].Day <= 1)
                return false;
        }

        return true;
    }
}
