namespace WeightedRun.Analysis.Rules;

/// <summary>Two weighted runs on one date leave no time to recover. Ours; it follows from the article's "not every day".</summary>
internal sealed class TwoWeightedRunsOnOneDay : IRule
{
    public string Code => "frequency.double-session";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        var counted = week.History.Counted;
        var any = false;
        for (var from = week.Counted.From; from < week.Counted.To;)
        {
            var to = from + 1;
            while (to < week.Counted.To && counted[to].Day == counted[from].Day)
                to++;

            if (to - from > 1)
            {
                any = true;
                ref var verdict = ref verdicts.Add(this, new Subject(SubjectKind.Date, counted[from].Day));
                verdict.Counted = (from, to);
                verdict.Observe("sessions", to - from);
                verdict.Limit("sessions", 1);
                verdict.Conclude(Severity.Caution);
            }

            from = to;
        }

        if (any)
            return;

        ref var none = ref verdicts.Add(this, default);
        none.Counted = week.Counted;
        if (week.CountedSessions > 0)
            none.Conclude(null);
    }
}
