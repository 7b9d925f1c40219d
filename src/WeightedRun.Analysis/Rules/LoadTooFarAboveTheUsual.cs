namespace WeightedRun.Analysis.Rules;

/// <summary>The article: slowly work up. The step, a kilogram or a tenth and at most 2.5 % of body mass, is ours; a load is established once carried twice.</summary>
internal sealed class LoadTooFarAboveTheUsual : IRunRule
{
    private const int WindowDays = 42;
    private const double ViolationSteps = 3;
    private const double ViolationPercent = 5;

    public string Code => "load.jump";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.IsCounted || !run.HasTorso)
            return;

        var established = EstablishedLoad.Among(week.History, week.History.CountedBetween(run.Day - WindowDays, run.Day - 1));
        if (established.Runs == 0)
            return;

        if (run.Session.TorsoLoad is not { } load)
        {
            verdict.Lack(Reasons.Load);
            return;
        }

        var thresholds = week.Thresholds;
        var allowed = Math.Max(thresholds.StepKilograms, thresholds.StepShare * established.Mass.Kilograms);
        if (run.Body is { } body)
            allowed = Math.Min(allowed, thresholds.StepBodyShare * body.Mass.Kilograms);

        var increase = load.Kilograms - established.Mass.Kilograms;
        verdict.Observe("load_kg", load.Kilograms);
        verdict.Observe("established_load_kg", established.Mass.Kilograms);
        verdict.Observe("increase_kg", increase);
        verdict.Limit("increase_kg", allowed);
        var severity = SeverityOf(increase, allowed, 100 * increase / run.Body?.Mass.Kilograms);
        if (established.Runs == 1)
        {
            verdict.Reasons |= Reasons.OnePrior;
            severity = severity is null ? null : Severity.Caution;
        }

        verdict.Conclude(severity);
    }

    private static Severity? SeverityOf(double increase, double allowed, double? percent)
    {
        if (Tolerance.Exceeds(increase, (ViolationSteps * allowed) + Epsilon.Kilograms) || (percent is { } share && Tolerance.Exceeds(share, ViolationPercent + Epsilon.Percent)))
            return Severity.Violation;

        return Tolerance.Exceeds(increase, allowed + Epsilon.Kilograms) ? Severity.Caution : null;
    }
}
