namespace WeightedRun.Analysis.Loads;

/// <summary>What the rules ask about a kind of equipment.</summary>
public static class Equipment
{
    /// <summary>Whether it is pushed or dragged rather than carried: recorded, never load.</summary>
    public static bool IsPushedOrDragged(this EquipmentKind kind) =>
        kind is EquipmentKind.Stroller or EquipmentKind.Sled or EquipmentKind.Tyre;

    /// <summary>Whether it sits on a limb: ankle, wrist or hand.</summary>
    public static bool IsOnLimb(this EquipmentKind kind) =>
        kind is EquipmentKind.AnkleWeights or EquipmentKind.WristWeights or EquipmentKind.HandWeights;

    /// <summary>Whether the trunk carries it: everything carried that is not on a limb.</summary>
    public static bool IsOnTorso(this EquipmentKind kind) => !kind.IsOnLimb() && !kind.IsPushedOrDragged();
}
