namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: when you start, do not compete with yourself; above 10 % of body mass do not expect the same time. A percent of body mass
/// on the trunk slows by at least 0.6 % (derived from Cureton 1978 and Teunissen 2007), so whoever is hardly slower is running harder.
/// </summary>
internal sealed class RacingTheWeight : IRunRule
{
    private const double HeartRateRelief = 1.02;
    private const double SameDistance = 0.10;

    public string Code => "pace.chasing";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        var model = run.PaceIn(week.History);
        verdict.Outcome = model.Outcome;
        if (!model.IsJudged)
        {
            verdict.Reasons = model.Missing;
            if (model.Runs is { } runs)
                (verdict.Have, verdict.Need) = (runs, PaceModel.Needed);

            return;
        }

        var severity = SeverityOf(run, model, week);
        if (severity is not null && IsRelieved(run, model))
        {
            verdict.Reasons |= Reasons.HrRelief;
            severity = severity == Severity.Violation ? Severity.Caution : null;
        }

        if (severity is not null)
            verdict.Reasons |= RemarksOn(run, model, week.History);

        if (run.Session.IsQuality)
            verdict.Reasons |= Reasons.Quality;

        if (week.WantsNotes && WeightedBest.Is(run, week.History))
        {
            verdict.Reasons |= Reasons.WeightedBest;
            severity ??= Severity.Info;
        }

        verdict.Conclude(severity);
        verdict.Observe("flat_pace_s_per_km", run.Session.FlatSecondsPerKilometer);
        verdict.Observe("slower_percent", 100 * model.Slower);
        verdict.Observe("surprise", model.Surprise);
        verdict.Observe("load_percent", run.LoadPercent);
        verdict.Observe("avg_hr_bpm", run.Session.Whole.AverageHeartRateBpm);
        verdict.Limit("usual_pace_s_per_km", model.UsualPace);
        verdict.Limit("slower_percent", 100 * model.Expected / 2);
        verdict.Limit("spread_percent", 100 * model.Spread);
        verdict.Limit("pace_s_per_km", model.UsualPace * (1 + model.Expected));
    }

    private static Severity? SeverityOf(TaggedRun run, PaceModel model, RuleContext week)
    {
        var isSurprising = Tolerance.Reaches(model.Surprise, 1);
        var isHeavy = Tolerance.Exceeds(run.LoadPercent!.Value, week.Thresholds.BodyPercent.First + Epsilon.Percent);
        if ((isSurprising && Tolerance.Reaches(-model.Spread, model.Slower)) || (isHeavy && Tolerance.Reaches(0, model.Slower) && Tolerance.Reaches(model.Surprise, 2)))
            return Severity.Violation;

        return isSurprising && Tolerance.Reaches(model.Expected / 2, model.Slower) ? Severity.Caution : null;
    }

    /// <summary>Fast but easy is no race: a heart that beat as usual takes one step off.</summary>
    private static bool IsRelieved(TaggedRun run, PaceModel model) =>
        run.Session.Whole.AverageHeartRateBpm is { } rate && model.UsualHeartRate() is { } usual && Tolerance.Reaches(HeartRateRelief * usual, rate);

    private static Reasons RemarksOn(TaggedRun run, PaceModel model, History history)
    {
        var remarks = Tolerance.Exceeds(0, model.Slower) ? Reasons.FasterThanUnweighted : Reasons.None;
        if (run.UsualDistanceIn(history) is { IsKnown: true, Median: { Meters: var median } } && Tolerance.Reaches(SameDistance, Math.Abs((run.Session.Distance!.Value.Meters / median) - 1)))
            remarks |= Reasons.SameTime;

        return remarks;
    }
}
