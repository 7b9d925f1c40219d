namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: not every day, essential for health and safety. How many days in a row are what is ours; tendons rebuild for three days after
/// an hour of running (Eur J Appl Physiol 2012). A streak is counted up to the week's last day and belongs to the week of its last date.
/// </summary>
internal sealed class NoDayOffBetweenWeightedRuns : IRule
{
    private const int LeastDays = 2;
    private const int ViolationDays = 4;
    private const double LightPercent = 5;

    public string Code => "spacing.back-to-back";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        var counted = week.History.Counted;
        var any = false;
        var from = week.Counted.From;
        while (from > 0 && from < week.Counted.To && counted[from].Day - counted[from - 1].Day <= 1)
            from--;

        while (from < week.Counted.To)
        {
            var to = from + 1;
            while (to < week.Counted.To && counted[to].Day - counted[to - 1].Day <= 1)
                to++;

            var days = counted[to - 1].Day - counted[from].Day + 1;
            if (days >= LeastDays)
            {
                any = true;
                ref var verdict = ref verdicts.Add(this, new Subject(SubjectKind.Streak, counted[from].Day));
                verdict.Counted = (from, to);
                verdict.Observe("days", days);
                verdict.Limit("days", 1);
                verdict.Conclude(SeverityOf(days, counted.AsSpan(from, to - from), week));
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

    private static Severity SeverityOf(int days, ReadOnlySpan<TaggedRun> streak, RuleContext week)
    {
        if (days >= ViolationDays)
            return Severity.Violation;

        return days == LeastDays && !week.IsOlderRunner && AreLight(streak) ? Severity.Info : Severity.Caution;
    }

    private static bool AreLight(ReadOnlySpan<TaggedRun> streak)
    {
        foreach (var run in streak)
        {
            if (run.Session.CarriedLoad is not { } load || run.Body is not { } body || Tolerance.Reaches(load.Of(body.Mass).Percent, LightPercent))
                return false;
        }

        return true;
    }
}
