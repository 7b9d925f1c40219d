namespace WeightedRun.Analysis.Rules;

/// <summary>Counts good weeks backwards: a week with weight and without a caution or violation counts, a week without weight is neutral, the fourth such in a row ends it.</summary>
internal static class WeekStreak
{
    private const int MaxNeutralWeeks = 3;

    public static bool HasGraveFinding(Verdicts verdicts)
    {
        foreach (ref readonly var verdict in verdicts.All)
        {
            if (verdict is { IsFinding: true, Severity: >= Severity.Caution })
                return true;
        }

        return false;
    }

    /// <summary>How many good weeks end with this one, which is known to be good.</summary>
    public static int EndingWith(RuleContext last)
    {
        var verdicts = new Verdicts();
        var (weeks, neutral) = (1, 0);
        var first = last.History.Counted[0].Day;
        for (var week = last.Week.AddWeeks(-1); week.EndsOn.DayNumber >= first && neutral <= MaxNeutralWeeks; week = week.AddWeeks(-1))
        {
            var context = new RuleContext(last.History, week, wantsNotes: false);
            if (context.CountedSessions == 0)
            {
                neutral++;
                continue;
            }

            RuleBook.JudgeGravely(context, verdicts);
            if (HasGraveFinding(verdicts))
                break;

            (weeks, neutral) = (weeks + 1, 0);
        }

        return weeks;
    }
}
