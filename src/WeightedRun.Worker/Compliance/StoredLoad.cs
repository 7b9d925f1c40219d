using System.Text.Json;
using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Compliance;

/// <summary>What was carried, as the tags and the runner's corrections have it in the database.</summary>
internal static class StoredLoad
{
    /// <summary>Null for an activity without a tag, and for one that is not weighted.</summary>
    public static CarriedLoad? OfTag(string? outcome, string? source, string? pieces, string? evidence) => outcome is not ("weighted" or "suspected") ? null : new CarriedLoad
    {
        Source = source is null ? LoadSource.Sport : StoredName.Parse<LoadSource>(source),
        Pieces = PiecesOf(pieces),
        IsSuspected = outcome == "suspected",
        Evidence = EvidenceOf(evidence),
    };

    /// <summary>The runner's word; null when he says that nothing was carried.</summary>
    public static CarriedLoad? OfCorrection(string outcome, string? pieces) => outcome != "weighted" ? null : new CarriedLoad
    {
        Source = LoadSource.Runner,
        Pieces = PiecesOf(pieces) is { Count: > 0 } known ? known : [new CarriedPiece(EquipmentKind.Unknown, null)],
    };

    private static IReadOnlyList<CarriedPiece> PiecesOf(string? json)
    {
        using var pieces = JsonDocument.Parse(json ?? "[]");
        return [.. pieces.RootElement.EnumerateArray().Select(StoredPieces.Read)];
    }

    private static string? EvidenceOf(string? json)
    {
        using var evidence = JsonDocument.Parse(json ?? "[]");
        return evidence.RootElement.EnumerateArray().Select(text => text.GetString()).FirstOrDefault();
    }
}
