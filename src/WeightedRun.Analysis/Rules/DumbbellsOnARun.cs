using WeightedRun.Analysis.Loads;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: on a treadmill dumbbells are hazardous, because the hands are needed for the emergency stop; outdoors they are
/// uncomfortable after the first mile or two.
/// </summary>
internal sealed class DumbbellsOnARun : IRunRule
{
    // The article's "mile", as runners round it.
    private const double MileMeters = 1600;

    public string Code => "equipment.dumbbells";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.Session.Has(EquipmentKind.HandWeights))
            return;

        verdict.Observe("load_kg", run.Session.MassOf(EquipmentKind.HandWeights)?.Kilograms);
        verdict.Observe("distance_m", run.Session.Distance?.Meters);
        if (run.Session.IsIndoor)
        {
            verdict.Conclude(Severity.Violation);
            return;
        }

        if (run.Session.Distance is not { } distance)
        {
            verdict.Lack(Reasons.Distance);
            return;
        }

        verdict.Limit("distance_m", MileMeters);
        verdict.Conclude(Tolerance.Exceeds(distance.Meters, MileMeters * (1 + (Epsilon.DistancePercent / 100))) ? Severity.Caution : Severity.Info);
    }
}
