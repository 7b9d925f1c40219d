using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// One run much longer than the longest of the past 30 days: the best-supported single check there is. 5,205 runners, overuse injuries
/// 1.64 times as frequent from 10 to 30 %, 1.52 times to 100 %, 2.28 times beyond (British Journal of Sports Medicine 2025;59(17):1203).
/// The study's runners carried nothing, so an unweighted run is only told.
/// </summary>
internal sealed class RunFarBeyondRecentRuns : IRule
{
    // As in the study.
    private const int WindowDays = 30;

    // Fewer runs, and the longest of them says little.
    private const int MinRuns = 4;

    public string Code => "distance.session-spike";

    public void Judge(RuleContext week, Verdicts verdicts)
    {
        var counted = week.Counted.From;
        for (var i = week.Runs.From; i < week.Runs.To; i++)
        {
            var run = week.History.Runs[i];
            var isCounted = counted < week.Counted.To && week.History.Counted[counted].Index == i;
            counted += isCounted ? 1 : 0;
            if (isCounted || week.WantsNotes)
                Judge(run, i, isCounted, week, ref verdicts.Add(this, Subject.Of(run)));
        }

        if (week.Runs.From == week.Runs.To)
            verdicts.Add(this, default);
    }

    private static void Judge(Session run, int index, bool isWeighted, RuleContext week, ref Verdict verdict)
    {
        var (runs, longest) = (0, 0.0);
        for (var i = index - 1; i >= 0 && week.History.Runs[i].Day >= run.Day - WindowDays; i--)
        {
            if (week.History.Runs[i] is not { Distance: { } other } earlier || earlier.Day == run.Day)
                continue;

            runs++;
            longest = Math.Max(longest, other.Meters);
        }

        var history = week.History.Log.SyncedFrom is { } from ? run.Day - from.DayNumber : 0;
        var missing = (run.Distance is null ? Reasons.Distance : 0) | (runs < MinRuns ? Reasons.Runs : 0) | (history < WindowDays ? Reasons.History : 0);
        if (missing != Reasons.None)
        {
            verdict.Lack(missing);
            if (missing.HasFlag(Reasons.Runs))
                (verdict.Have, verdict.Need) = (runs, MinRuns);
            else if (missing.HasFlag(Reasons.History))
                (verdict.Have, verdict.Need) = (history, WindowDays);

            return;
        }

        var distance = run.Distance!.Value.Meters;
        var increase = 100 * ((distance / longest) - 1);
        var (severity, reason, limit) = BandOf(increase, week.Thresholds.SpikePercent);
        verdict.Conclude(severity is not null && !isWeighted ? Severity.Info : severity);
        verdict.Reasons |= reason;
        verdict.Observe("distance_m", distance);
        verdict.Observe("increase_percent", increase);
        verdict.Limit("longest_distance_m", longest);
        verdict.Limit("increase_percent", limit);
    }

    private static (Severity? Severity, Reasons Reason, double Limit) BandOf(double increase, Bands bands)
    {
        if (Tolerance.Exceeds(increase, bands.Third + Epsilon.DistancePercent))
            return (Severity.Violation, Reasons.Large, bands.Third);

        if (Tolerance.Exceeds(increase, bands.Second + Epsilon.DistancePercent))
            return (Severity.Violation, Reasons.Moderate, bands.Second);

        return Tolerance.Exceeds(increase, bands.First + Epsilon.DistancePercent) ? (Severity.Caution, Reasons.Small, bands.First) : (null, Reasons.None, bands.First);
    }
}
