using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: above 10 % of body mass do not expect the same distance or time. 15 and 20 % are our own bounds: no trial stands behind them.
/// Weight and hills add up: the article compares added weight with running uphill.
/// </summary>
internal sealed class LoadHeavyForTheBody : IRunRule
{
    // A body changes within half a year.
    private const int StaleDays = 180;

    private const double HillyPercent = 5;
    private const double HillyRatio = 1.5;
    private const int HillyMinRuns = 6;
    private const int HillyWindowDays = 42;

    public string Code => "load.body-weight";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.HasTorso)
            return;

        if (run.LoadPercent is not { } percent)
        {
            verdict.Lack((run.Body is null ? Reasons.BodyWeight : 0) | (run.Session.TorsoLoad is null ? Reasons.Load : 0));
            return;
        }

        var severity = SeverityOf(percent, week, out var limit);
        if (run.Day - run.Body!.On.DayNumber > StaleDays)
            verdict.Reasons |= Reasons.BodyWeightStale;

        if (week.WantsNotes && Tolerance.Reaches(percent, HillyPercent) && IsHilly(run, week.History))
        {
            verdict.Reasons |= Reasons.HillyAndWeighted;
            severity ??= Severity.Info;
        }

        verdict.Conclude(severity);
        verdict.Observe("load_kg", run.Session.TorsoLoad!.Value.Kilograms);
        verdict.Observe("body_mass_kg", run.Body.Mass.Kilograms);
        verdict.Observe("load_percent", percent);
        verdict.Limit("load_percent", limit);
    }

    private static Severity? SeverityOf(double percent, RuleContext week, out double limit)
    {
        var bands = week.Thresholds.BodyPercent;
        limit = bands.Third;
        if (Tolerance.Exceeds(percent, bands.Third + Epsilon.Percent))
            return Severity.Violation;

        limit = bands.Second;
        if (Tolerance.Exceeds(percent, bands.Second + Epsilon.Percent))
            return Severity.Caution;

        limit = bands.First;
        if (Tolerance.Exceeds(percent, bands.First + Epsilon.Percent))
            return week.IsOlderRunner ? Severity.Caution : Severity.Info;

        return null;
    }

    private static bool IsHilly(TaggedRun run, History history)
    {
        if (run.Session.IsIndoor || ClimbOf(run.Session) is not { } climb)
            return false;

        var climbs = history.Scratch(run.Index);
        var count = 0;
        for (var i = run.Index - 1; i >= 0 && history.Runs[i].Day >= run.Day - HillyWindowDays; i--)
        {
            var other = history.Runs[i];
            if (other.IsClean && !other.IsIndoor && other.Day < run.Day && ClimbOf(other) is { } usual)
                climbs[count++] = usual;
        }

        if (count < HillyMinRuns)
            return false;

        var median = Sample.Median(climbs.AsSpan(0, count));
        return median > 0 && Tolerance.Exceeds(climb, HillyRatio * median);
    }

    /// <summary>Metres climbed per metre run.</summary>
    private static double? ClimbOf(Session run) =>
        run.Whole is { ElevationGain: { } gain, Distance: { Meters: > 0 } distance } ? gain.Meters / distance.Meters : null;
}
