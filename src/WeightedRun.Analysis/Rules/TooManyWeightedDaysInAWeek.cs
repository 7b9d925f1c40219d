namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: stick to two a week and do the rest of the runs normally; older runners feel it; who trains for a long triathlon may do more
/// for a while, which we read as a third day, never a fourth.
/// </summary>
internal sealed class TooManyWeightedDaysInAWeek : IRule
{
    private const int IronmanDays = 3;
    private const int PastWeeks = 4;
    private const int RepeatedWeeks = 3;

    public string Code => "frequency.weekly-recommended";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        ref var verdict = ref verdicts.Add(this, default);
        if (week.CountedSessions == 0)
            return;

        var (days, recommended) = (week.History.DaysIn(week.Counted), week.Thresholds.RecommendedDays);
        verdict.Counted = week.Counted;
        verdict.Observe("days", days);
        verdict.Limit("days", recommended);
        Severity? severity = null;
        if (days > recommended && days <= IronmanDays && IsExcepted(week))
            verdict.Reasons |= Reasons.Ironman;
        else if (days > recommended)
            severity = SeverityOf(week, ref verdict);

        if (AreAllRunsWeighted(week))
        {
            verdict.Reasons |= Reasons.AllRunsWeighted;
            severity ??= Severity.Info;
        }

        verdict.Conclude(severity);
    }

    private static Severity SeverityOf(RuleContext week, ref Verdict verdict)
    {
        if (week.IsOlderRunner)
            verdict.Reasons |= Reasons.OlderRunner;

        if (IsRepeated(week))
            verdict.Reasons |= Reasons.Repeated;

        return verdict.Reasons == Reasons.None ? Severity.Info : Severity.Caution;
    }

    private static bool IsExcepted(RuleContext week)
    {
        var profile = week.History.Profile;
        var lastSet = profile.IronmanSetOn?.DayNumber + (7 * week.Thresholds.IronmanMaxWeeks);
        return profile.IronmanUntil is { } until && until.DayNumber >= week.LastDay && !(lastSet < week.LastDay);
    }

    private static bool IsRepeated(RuleContext week)
    {
        if (!week.IsKnownFrom(week.FirstDay - (7 * PastWeeks)))
            return false;

        var weeks = 0;
        for (var back = 1; back <= PastWeeks; back++)
        {
            var counted = week.History.CountedBetween(week.FirstDay - (7 * back), week.LastDay - (7 * back));
            weeks += week.History.DaysIn(counted) > week.Thresholds.RecommendedDays ? 1 : 0;
        }

        return weeks >= RepeatedWeeks;
    }

    private static bool AreAllRunsWeighted(RuleContext week)
    {
        for (var back = 0; back < PastWeeks; back++)
        {
            var (first, last) = (week.FirstDay - (7 * back), week.LastDay - (7 * back));
            var runs = week.History.Log.FirstFrom(last + 1) - week.History.Log.FirstFrom(first);
            var (from, to) = week.History.CountedBetween(first, last);
            if (runs == 0 || runs != to - from)
                return false;
        }

        return true;
    }
}
