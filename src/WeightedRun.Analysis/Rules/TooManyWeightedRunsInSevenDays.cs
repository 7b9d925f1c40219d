namespace WeightedRun.Analysis.Rules;

/// <summary>The article's three a week, looked at from any day: six weighted runs in six days must not hide in two calendar weeks. One step milder than the week itself.</summary>
internal sealed class TooManyWeightedRunsInSevenDays : IRule
{
    private const int WindowDays = 7;

    public string Code => "frequency.rolling-limit";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        var (counted, limit) = (week.History.Counted, week.Thresholds.MaxSessionsPerWeek);
        var fullest = (From: week.Counted.From, To: week.Counted.From);
        for (var last = week.Counted.From; last < week.Counted.To; last++)
        {
            // A window ends with the last run of its last day.
            if (last + 1 < week.Counted.To && counted[last + 1].Day == counted[last].Day)
                continue;

            var from = last;
            while (from > 0 && counted[from - 1].Day > counted[last].Day - WindowDays)
                from--;

            if (last + 1 - from > fullest.To - fullest.From)
                fullest = (from, last + 1);
        }

        var sessions = fullest.To - fullest.From;
        var isOver = sessions > limit;
        ref var verdict = ref verdicts.Add(this, isOver ? new Subject(SubjectKind.Date, counted[fullest.To - 1].Day) : default);
        if (sessions == 0)
            return;

        verdict.Counted = fullest;
        verdict.Observe("sessions", sessions);
        verdict.Limit("sessions", limit);
        verdict.Conclude(!isOver ? null : sessions > limit + 1 ? Severity.Violation : Severity.Caution);
    }
}
