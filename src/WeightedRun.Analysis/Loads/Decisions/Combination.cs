namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>
/// Joins the certain pieces of one field: the same equipment named twice is one piece, "weighted" beside equipment is that equipment,
/// a plate in a vest is the vest's load.
/// </summary>
internal static class Combination
{
    public static IReadOnlyList<ReadPiece> Of(List<ReadPiece> pieces)
    {
        if (pieces.Count < 2)
            return pieces;

        var joined = pieces.GroupBy(piece => piece.Kind).Select(Same).ToList();
        var named = joined.FindAll(piece => piece.Kind != EquipmentKind.Unknown);
        if (named.Count > 0 && joined.Find(piece => piece.Kind == EquipmentKind.Unknown) is { } unnamed)
            joined = TakeLoad(named, unnamed);

        if (joined.Find(piece => IsContainer(piece.Kind)) is { Mass: null } container && joined.Find(piece => piece is { Kind: EquipmentKind.WeightPlate or EquipmentKind.Sandbag or EquipmentKind.Other, Mass: not null }) is { } filling)
        {
            joined.Remove(filling);
            joined = TakeLoad(joined, filling);
        }

        return joined;
    }

    private static bool IsContainer(EquipmentKind kind) => kind is EquipmentKind.Vest or EquipmentKind.PlateCarrier or EquipmentKind.Backpack;

    private static ReadPiece Same(IEnumerable<ReadPiece> same)
    {
        var all = same.ToList();
        var known = all.Find(piece => piece is { Mass: not null, IsTotal: true }) ?? all.Find(piece => piece is { Mass: not null, IsLoadAmbiguous: false }) ?? all.Find(piece => piece.Mass is not null) ?? all[0];
        return known with { Evidence = [.. all.SelectMany(piece => piece.Evidence).Distinct()], IsPartly = all.Exists(piece => piece.IsPartly), IsAlternative = all.Exists(piece => piece.IsAlternative) };
    }

    private static List<ReadPiece> TakeLoad(List<ReadPiece> pieces, ReadPiece loaded)
    {
        var taker = pieces.FindIndex(piece => piece.Mass is null);
        return [.. pieces.Select((piece, index) => index == taker && loaded.Mass is not null
            ? piece with { Mass = loaded.Mass, LoadText = loaded.LoadText, IsLoadAmbiguous = loaded.IsLoadAmbiguous, Evidence = [.. piece.Evidence, .. loaded.Evidence] }
            : piece)];
    }
}
