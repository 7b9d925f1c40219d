namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>What one phrase says: its cues, the equipment it names, and for units and numbers a value (kilograms, or the number itself).</summary>
internal sealed record LexiconEntry(Cue Cues, EquipmentKind? Kind = null, double Value = 0)
{
    public bool Has(Cue cue) => (Cues & cue) != 0;

    /// <summary>The same phrase in another language or under another heading: it says both.</summary>
    public LexiconEntry With(LexiconEntry other) => new(Cues | other.Cues, Kind ?? other.Kind, Value == 0 ? other.Value : Value);
}
