using System.Collections.Frozen;

namespace WeightedRun.Analysis.Loads.Grammar;

/// <summary>The documented hashtags (docs/tagging.md). A load may follow right behind: <c>#vest7.5kg</c>.</summary>
internal static class Hashtags
{
    private static readonly FrozenDictionary<string, EquipmentKind> Kinds = new Dictionary<string, EquipmentKind>
    {
        ["weighted"] = EquipmentKind.Unknown,
        ["ww"] = EquipmentKind.Unknown,
        ["vest"] = EquipmentKind.Vest,
        ["weightvest"] = EquipmentKind.Vest,
        ["weightedvest"] = EquipmentKind.Vest,
        ["platecarrier"] = EquipmentKind.PlateCarrier,
        ["ruck"] = EquipmentKind.Backpack,
        ["pack"] = EquipmentKind.Backpack,
        ["backpack"] = EquipmentKind.Backpack,
        ["ankleweights"] = EquipmentKind.AnkleWeights,
        ["wristweights"] = EquipmentKind.WristWeights,
        ["handweights"] = EquipmentKind.HandWeights,
        ["dumbbells"] = EquipmentKind.HandWeights,
        ["sandbag"] = EquipmentKind.Sandbag,
        ["weightbelt"] = EquipmentKind.WeightBelt,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, EquipmentKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a hashtag's word, without its sign; null when it is none of ours.</summary>
    public static EquipmentKind? Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The hashtags that say no.</summary>
    public static bool SaysNo(ReadOnlySpan<char> word) => word.Equals("unweighted", StringComparison.OrdinalIgnoreCase) || word.Equals("noweight", StringComparison.OrdinalIgnoreCase);
}
