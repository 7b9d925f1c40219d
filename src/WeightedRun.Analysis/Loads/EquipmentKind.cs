namespace WeightedRun.Analysis.Loads;

/// <summary>What the extra weight is, or what was pushed or dragged.</summary>
public enum EquipmentKind
{
    /// <summary>Weighted, but nobody said with what.</summary>
    Unknown,

    /// <summary>A weight vest.</summary>
    Vest,

    /// <summary>A plate carrier or body armour.</summary>
    PlateCarrier,

    /// <summary>A backpack or rucksack.</summary>
    Backpack,

    /// <summary>Weights at the ankles or legs; the mass is the total of both sides.</summary>
    AnkleWeights,

    /// <summary>Weights at the wrists; the mass is the total of both sides.</summary>
    WristWeights,

    /// <summary>Dumbbells and other weights held in the hands; the mass is the total of both sides.</summary>
    HandWeights,

    /// <summary>A sandbag.</summary>
    Sandbag,

    /// <summary>A weight plate.</summary>
    WeightPlate,

    /// <summary>A weight belt.</summary>
    WeightBelt,

    /// <summary>A child in a carrier on the body.</summary>
    ChildCarrier,

    /// <summary>Something else carried.</summary>
    Other,

    /// <summary>A stroller: pushed, never load.</summary>
    Stroller,

    /// <summary>A sled: dragged, never load.</summary>
    Sled,

    /// <summary>A tyre: dragged, never load.</summary>
    Tyre,
}
