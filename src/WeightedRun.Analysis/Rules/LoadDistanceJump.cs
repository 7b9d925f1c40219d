namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The week's load times distance against the mean of the four weeks before it, the week itself left out so that it is not compared with
/// itself (Lolli 2017). Kilogram-kilometres because the knee pays per kilometre. The ratios are ours, never a risk score: acute to chronic
/// ratios add nothing beyond the load itself (Impellizzeri 2020).
/// </summary>
internal sealed class LoadDistanceJump : IRule
{
    private const int PastWeeks = 4;
    private const int MinWeeks = 3;

    // Below this a single light run doubles the mean.
    private const double MinBase = 10;

    public string Code => "volume.load-distance-jump";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        ref var verdict = ref verdicts.Add(this, default);
        var missing = Reasons.None;
        if (Sum(week, 0, ref missing) is not { } volume)
            return;

        var (past, weeks) = (0.0, 0);
        for (var back = 1; back <= PastWeeks; back++)
        {
            var before = Sum(week, back, ref missing) ?? 0;
            past += before;
            weeks += before > 0 ? 1 : 0;
        }

        var mean = past / PastWeeks;
        verdict.Counted = week.Counted;
        verdict.IsTorsoOnly = true;
        missing |= (weeks < MinWeeks ? Reasons.Weeks : 0) | (Tolerance.Reaches(mean, MinBase) ? 0 : Reasons.Base);
        if (missing != Reasons.None)
        {
            verdict.Lack(missing, weeks, MinWeeks);
            return;
        }

        var severity = SeverityOf(volume / mean, volume - mean, week.Thresholds);
        verdict.Conclude(severity);
        verdict.Observe("load_kg_km", volume);
        verdict.Observe("ratio", volume / mean);
        verdict.Observe("increase_kg_km", volume - mean);
        verdict.Limit("usual_load_kg_km", mean);
        verdict.Limit("ratio", week.Thresholds.VolumeRatio.First);
    }

    private static Severity? SeverityOf(double ratio, double increase, Thresholds thresholds)
    {
        var (ratios, increases) = (thresholds.VolumeRatio, thresholds.VolumeKilogramKilometers);
        if (Tolerance.Exceeds(ratio, ratios.Third) && Tolerance.Reaches(increase, increases.Third))
            return Severity.Violation;

        if (Tolerance.Exceeds(ratio, ratios.Second) && Tolerance.Reaches(increase, increases.Second))
            return Severity.Caution;

        return Tolerance.Exceeds(ratio, ratios.First) ? Severity.Info : null;
    }

    /// <summary>The kilogram-kilometres of a week that are known; null without a run with weight on the trunk.</summary>
    private static double? Sum(RuleContext week, int back, ref Reasons missing)
    {
        var (from, to) = week.History.CountedBetween(week.FirstDay - (7 * back), week.LastDay - (7 * back));
        double? sum = null;
        for (var i = from; i < to; i++)
        {
            var session = week.History.Counted[i].Session;
            if (!session.HasTorsoPiece)
                continue;

            missing |= (session.TorsoLoad is null ? Reasons.Load : 0) | (session.Distance is null ? Reasons.Distance : 0);
            sum = (sum ?? 0) + ((session.TorsoLoad?.Kilograms * session.Distance?.Kilometers) ?? 0);
        }

        return sum;
    }
}
