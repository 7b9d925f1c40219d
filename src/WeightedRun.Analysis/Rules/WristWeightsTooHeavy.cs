using WeightedRun.Analysis.Loads;

namespace WeightedRun.Analysis.Rules;

/// <summary>The article: wrist weights are fine for a minimal amount. What "minimal" is, 2 % of body mass or a kilogram a wrist, is ours.</summary>
internal sealed class WristWeightsTooHeavy : IRunRule
{
    private const double MaxPercent = 2;
    private const double MaxSideKilograms = 1;
    private const double CountedPercent = 3;

    public string Code => "equipment.wrist-weights";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.Session.Has(EquipmentKind.WristWeights))
            return;

        var wrists = run.Session.MassOf(EquipmentKind.WristWeights);
        var percent = run.Body is { } body ? wrists?.Of(body.Mass).Percent : null;
        var side = wrists?.Kilograms / 2;
        verdict.Observe("load_kg", wrists?.Kilograms);
        verdict.Observe("load_per_side_kg", side);
        verdict.Observe("load_percent", percent);
        verdict.Limit("load_percent", MaxPercent);
        verdict.Limit("load_per_side_kg", MaxSideKilograms);
        var isHeavy = side is { } kilograms && Tolerance.Exceeds(kilograms, MaxSideKilograms + Epsilon.Kilograms);
        if (percent is null && !isHeavy)
        {
            verdict.Lack((run.Body is null ? Reasons.BodyWeight : 0) | (wrists is null ? Reasons.Load : 0));
            return;
        }

        isHeavy |= percent is { } share && Tolerance.Exceeds(share, MaxPercent + Epsilon.Percent);
        verdict.Conclude(isHeavy ? Severity.Info : null);
        if (percent is { } counted && Tolerance.Reaches(counted, CountedPercent))
            verdict.Reasons |= Reasons.CountsAsWeighted;
    }
}
