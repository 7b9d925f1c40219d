using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: with weight the heart rate is higher, which is no fault in itself. Above 85 % of the highest it is a hard run. An age formula
/// is off by 11 beats and more (Tanaka 2001, HERITAGE), so an estimate is only told.
/// </summary>
internal sealed class HeartRateTooHigh : IRunRule
{
    private const double LeastCredibleBpm = 90;
    private const double CredibleAboveMaxBpm = 5;

    // A wrist sensor that counts steps shows the cadence.
    private const double CadenceLock = 3;

    private const double MaxRise = 0.10;

    private static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(20);

    public string Code => "effort.heart-rate";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.IsCounted)
            return;

        if (run.Session.Whole.AverageHeartRateBpm is not { } rate)
        {
            verdict.Lack(Reasons.NoHr);
            return;
        }

        var max = HighestHeartRate.Of(run, week);
        if (!IsCredible(run.Session, rate, max.Bpm))
        {
            verdict.Lack(Reasons.HrQuality);
            return;
        }

        verdict.Observe("avg_hr_bpm", rate);
        if (max.Bpm is { } highest)
            JudgeShare(rate, highest, max.IsEstimated, week.Thresholds.HeartRatePercent, ref verdict);
        else
            JudgeRise(rate, run.PaceIn(week.History), ref verdict);
    }

    /// <summary>Whether a mean heart rate is one rather than a sensor's mistake.</summary>
    public static bool IsCredible(Session run, double rate, double? highest) =>
        Tolerance.Reaches(rate, LeastCredibleBpm)
        && (highest is not { } max || Tolerance.Reaches(max + CredibleAboveMaxBpm, rate))
        && (run.Whole.AverageCadenceSpm is not { } cadence || Tolerance.Exceeds(Math.Abs(rate - cadence), CadenceLock))
        && run.MovingTime >= LeastTime;

    private static void JudgeShare(double rate, double highest, bool isEstimated, Bands bands, ref Verdict verdict)
    {
        var percent = 100 * rate / highest;
        var limit = isEstimated ? bands.Second : bands.First;
        verdict.Reasons |= isEstimated ? Reasons.Estimated : 0;
        verdict.Conclude(!Tolerance.Exceeds(percent, limit + Epsilon.Percent) ? null : isEstimated ? Severity.Info : Severity.Caution);
        verdict.Observe("hr_percent", percent);
        verdict.Limit("hr_percent", limit);
        verdict.Limit("max_hr_bpm", highest);
    }

    private static void JudgeRise(double rate, PaceModel model, ref Verdict verdict)
    {
        if (!model.IsJudged || model.UsualHeartRate() is not { } usual)
        {
            verdict.Lack(Reasons.HrMax);
            return;
        }

        var rise = (rate / usual) - 1;
        var isHigh = Tolerance.Exceeds(100 * rise, (100 * MaxRise) + Epsilon.Percent) && Tolerance.Reaches(model.Expected / 2, model.Slower);
        verdict.Conclude(isHigh ? Severity.Caution : null);
        verdict.Observe("hr_rise_percent", 100 * rise);
        verdict.Observe("slower_percent", 100 * model.Slower);
        verdict.Limit("hr_rise_percent", 100 * MaxRise);
        verdict.Limit("usual_hr_bpm", usual);
    }
}
