namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: start small and slowly work up; too heavy at the start risks the ankles. Stages and shares are ours
/// (trade pages agree on 5 to 10 % to start with, no trial stands behind them).
/// </summary>
internal sealed class LoadTooHeavyForABeginner : IRunRule, IRule
{
    private const int MaxBeginnerSessions = 2;
    private const int BaseDays = 56;

    // Two runs a week for eight weeks.
    private const int BaseRuns = 16;

    public string Code => "load.beginner-ramp";

    void IRule.Judge(RuleContext week, Verdicts verdicts)
    {
        verdicts.AddEach(this, week);
        foreach (var run in week.CountedRuns)
        {
            if (StepOf(run) is null)
                continue;

            JudgeWeek(run, week, ref verdicts.Add(this, default));
            return;
        }
    }

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.IsCounted || !run.HasTorso)
            return;

        if (run.IsExperienced)
            verdict.Reasons |= Reasons.Experienced;

        if (StepOf(run) is not { } step)
            return;

        if (run.Session.TorsoLoad is not { } load)
        {
            verdict.Lack(Reasons.Load);
            return;
        }

        verdict.Observe("load_kg", load.Kilograms);
        verdict.Observe("load_percent", run.LoadPercent);
        verdict.Observe("stage_weeks", run.StageWeeks);
        verdict.Observe("stage_sessions", run.StageIndex);
        Severity? severity;
        if (run.LoadPercent is { } percent)
        {
            var limit = Pick(week.Thresholds.RampPercent, step);
            verdict.Limit("load_percent", limit);
            severity = SeverityOf(percent, limit, Epsilon.Percent);
        }
        else
        {
            // Without a body mass the limit is an estimate, and an estimate accuses nobody.
            var limit = Pick(week.Thresholds.RampKilograms, step);
            verdict.Limit("load_kg", limit);
            verdict.Reasons |= Reasons.Estimated;
            severity = SeverityOf(load.Kilograms, limit, Epsilon.Kilograms) is null ? null : Severity.Caution;
        }

        if (run.IsBeginner && IsLongerThanHalfOfTheUsual(run, week.History, ref verdict))
        {
            verdict.Reasons |= Reasons.Distance;
            severity ??= Severity.Info;
        }

        verdict.Conclude(severity);
    }

    private static void JudgeWeek(TaggedRun first, RuleContext week, ref Verdict verdict)
    {
        verdict.Counted = week.Counted;
        var beginnerSessions = 0;
        foreach (var run in week.CountedRuns)
            beginnerSessions += run.IsBeginner ? 1 : 0;

        verdict.Observe("sessions", beginnerSessions);
        verdict.Limit("sessions", MaxBeginnerSessions);
        Severity? severity = null;
        if (week.IsKnownFrom(first.Day - BaseDays) && IsWithoutBase(first, week.History, ref verdict))
        {
            verdict.Reasons |= Reasons.NoBase;
            severity = Severity.Info;
        }

        if (beginnerSessions > MaxBeginnerSessions)
        {
            verdict.Reasons |= Reasons.Sessions;
            severity = Severity.Caution;
        }

        verdict.Conclude(severity);
    }

    private static bool IsWithoutBase(TaggedRun first, History history, ref Verdict verdict)
    {
        var runs = history.Log.FirstFrom(first.Day) - history.Log.FirstFrom(first.Day - BaseDays);
        verdict.Observe("recent_runs", runs);
        verdict.Limit("recent_runs", BaseRuns);
        return runs < BaseRuns || first.Day - history.Runs[0].Day < BaseDays;
    }

    private static bool IsLongerThanHalfOfTheUsual(TaggedRun run, History history, ref Verdict verdict)
    {
        if (run.Session.Distance is not { } distance || run.UsualDistanceIn(history) is not { IsKnown: true } usual)
            return false;

        verdict.Observe("distance_m", distance.Meters);
        verdict.Limit("distance_m", usual.Median.Meters);
        return Tolerance.Exceeds(distance.Meters, usual.Median.Meters * (1 + (Epsilon.DistancePercent / 100)));
    }

    private static Severity? SeverityOf(double load, double limit, double epsilon)
    {
        if (Tolerance.Exceeds(load, (2 * limit) + epsilon))
            return Severity.Violation;

        return Tolerance.Exceeds(load, limit + epsilon) ? Severity.Caution : null;
    }

    /// <summary>Which of the three stages; null for whom none holds any more.</summary>
    private static int? StepOf(TaggedRun run) => run switch
    {
        { IsExperienced: true } => null,
        { StageWeeks: < 2 } or { StageIndex: <= 4 } => 0,
        { StageWeeks: < 4 } => 1,
        { StageWeeks: < 8 } or { StageIndex: <= 12 } => 2,
        _ => null,
    };

    private static double Pick(Bands bands, int step) => step switch
    {
        0 => bands.First,
        1 => bands.Second,
        _ => bands.Third,
    };
}
