namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: the benefit shows on the runs without weight. Speed per heartbeat of clean runs in the last 28 days against the eight weeks
/// before; a change counts when it exceeds 2 % and what chance would make of it. It says that it happened, not why.
/// </summary>
internal sealed class UnweightedBenefit : IRule
{
    private const int PeriodDays = 28;

    public string Code => "positive.unweighted-benefit";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        ref var verdict = ref verdicts.Add(this, new Subject(SubjectKind.Trend, week.LastDay));
        var now = EfficiencyTrend.Until(week.LastDay, week.History);
        if (!now.IsJudged)
        {
            verdict.Lack(now.IsSeasonal ? Reasons.Season : Reasons.None);
            if (!now.IsSeasonal)
                (verdict.Have, verdict.Need) = (now.Have, EfficiencyTrend.Needed);

            return;
        }

        var threshold = now.ThresholdOf(week.Thresholds);
        verdict.Observe("change_percent", 100 * now.Change);
        verdict.Observe("standard_error_percent", 100 * now.StandardError);
        verdict.Observe("recent_runs", now.RecentRuns);
        verdict.Observe("reference_runs", now.ReferenceRuns);
        verdict.Limit("change_percent", 100 * threshold);
        if (Tolerance.Reaches(now.Change, threshold))
            verdict.Conclude(Severity.Positive);
        else if (IsFalling(now, week.Thresholds) && IsFalling(EfficiencyTrend.Until(week.LastDay - PeriodDays, week.History), week.Thresholds))
            (verdict.Outcome, verdict.Severity, verdict.Reasons) = (Outcome.Finding, Severity.Info, Reasons.Falling);
        else
            verdict.Conclude(null);
    }

    private static bool IsFalling(EfficiencyTrend trend, Thresholds thresholds) => trend.IsJudged && Tolerance.Reaches(-trend.ThresholdOf(thresholds), trend.Change);
}
