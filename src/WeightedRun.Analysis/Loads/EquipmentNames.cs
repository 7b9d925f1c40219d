namespace WeightedRun.Analysis.Loads;

/// <summary>What kinds of equipment are called in JSON, in the database and in the lexicon.</summary>
public static class EquipmentNames
{
    private static readonly string[] Names =
    [
        "unknown", "vest", "plate_carrier", "backpack", "ankle_weights", "wrist_weights", "hand_weights", "sandbag", "weight_plate", "weight_belt", "child_carrier", "other",
        "stroller", "sled", "tyre",
    ];

    /// <summary>The stable name: lower case with underscores.</summary>
    public static string Of(EquipmentKind kind) => Names[(int)kind];

    /// <summary>The kind of that name; null when there is none.</summary>
    public static EquipmentKind? Find(string name) => Array.IndexOf(Names, name) is var index and >= 0 ? (EquipmentKind)index : null;
}
