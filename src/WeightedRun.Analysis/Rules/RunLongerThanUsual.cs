namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: run the same miles you usually run, and above 10 % of body mass do not expect the same distance. The usual distance,
/// three quarters of the clean runs of 42 days, is a ceiling and not a target; the shares are ours.
/// </summary>
internal sealed class RunLongerThanUsual : IRunRule
{
    public string Code => "distance.longer-than-usual";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.IsCounted)
            return;

        var usual = run.UsualDistanceIn(week.History);
        if (run.Session.Distance is not { } distance || !usual.IsKnown)
        {
            verdict.Lack(run.Session.Distance is null ? Reasons.Distance : 0);
            if (!usual.IsKnown)
                (verdict.Have, verdict.Need) = (usual.Runs, UsualDistance.MinRuns);

            return;
        }

        var thresholds = week.Thresholds;
        var isHeavy = run.LoadPercent is { } percent && Tolerance.Exceeds(percent, thresholds.BodyPercent.First + Epsilon.Percent);
        var bands = run.IsBeginner || isHeavy ? thresholds.LongerStrictPercent : thresholds.LongerPercent;
        var longer = 100 * ((distance.Meters / usual.Upper.Meters) - 1);
        var isFar = Tolerance.Exceeds(longer, bands.Second + Epsilon.DistancePercent);
        verdict.Conclude(isFar ? Severity.Caution : Tolerance.Exceeds(longer, bands.First + Epsilon.DistancePercent) ? Severity.Info : null);
        verdict.Observe("distance_m", distance.Meters);
        verdict.Observe("increase_percent", longer);
        verdict.Limit("usual_distance_m", usual.Upper.Meters);
        verdict.Limit("increase_percent", isFar ? bands.Second : bands.First);
    }
}
