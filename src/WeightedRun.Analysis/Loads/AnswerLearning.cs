namespace WeightedRun.Analysis.Loads;

/// <summary>
/// Turns answers into settings, without guessing: a load said for equipment becomes its default, the bag of the way to work is settled by one
/// answer, gear named by itself stands for what the runner said, and a second "no" to the same cue silences it.
/// </summary>
public static class AnswerLearning
{
    /// <summary>The settings after an answer to a decision; those before stay untouched.</summary>
    /// <param name="settings">What was known.</param>
    /// <param name="input">The activity that was decided.</param>
    /// <param name="decision">What had been decided about it.</param>
    /// <param name="answer">What the runner says.</param>
    public static RunnerLoadSettings Learn(RunnerLoadSettings settings, TaggerInput input, TagDecision decision, RunnerAnswer answer)
    {
        var refusals = new Dictionary<string, int>(settings.Refusals);
        foreach (var cue in decision.Cues)
        {
            if (answer.IsWeighted)
                refusals.Remove(cue);
            else
                refusals[cue] = refusals.GetValueOrDefault(cue) + 1;
        }

        if (!answer.IsWeighted)
            return settings with { Refusals = refusals, UsualBag = decision.IsAboutUsualBag ? new UsualBag(false, null) : settings.UsualBag };

        var defaults = new Dictionary<EquipmentKind, Units.Mass>(settings.DefaultLoads);
        foreach (var piece in answer.Pieces)
        {
            if (piece is { Mass: { } mass, Kind: not EquipmentKind.Unknown } && !decision.IsAboutUsualBag)
                defaults[piece.Kind] = mass;
        }

        var gear = new Dictionary<string, CarriedPiece>(settings.GearLoads, StringComparer.Ordinal);
        if (decision.Source == LoadSource.Gear && input.Gear is { } name && answer.Pieces is [var only])
            gear[name] = only;

        return settings with
        {
            Refusals = refusals,
            DefaultLoads = defaults,
            GearLoads = gear,
            UsualBag = decision.IsAboutUsualBag && answer.Pieces is [var bag, ..] ? new UsualBag(true, bag.Mass) : settings.UsualBag,
        };
    }
}
