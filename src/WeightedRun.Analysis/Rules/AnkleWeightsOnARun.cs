using WeightedRun.Analysis.Loads;

namespace WeightedRun.Analysis.Rules;

/// <summary>The article: never run with ankle weights, of any mass. Mass that far out is dear: about 7 % more oxygen for half a kilogram a foot (Martin 1985).</summary>
internal sealed class AnkleWeightsOnARun : IRunRule
{
    public string Code => "equipment.ankle-weights";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.Session.Has(EquipmentKind.AnkleWeights))
            return;

        verdict.Conclude(Severity.Violation);
        verdict.Observe("load_kg", run.Session.MassOf(EquipmentKind.AnkleWeights)?.Kilograms);
    }
}
