using System.Text.Json;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>Pieces of equipment as the tables hold them: <c>[{"kind":"vest","kg":8}]</c>; a mass that is not known is null.</summary>
internal static class StoredPieces
{
    public static string Write(IEnumerable<CarriedPiece> pieces) =>
        JsonSerializer.Serialize(pieces.Select(piece => new { kind = StoredName.Of(piece.Kind), kg = piece.Mass?.Kilograms }));

    public static CarriedPiece Read(JsonElement piece) => new(
        StoredName.Parse<EquipmentKind>(piece.GetProperty("kind").GetString()!),
        piece.TryGetProperty("kg", out var kg) && kg.ValueKind == JsonValueKind.Number ? Mass.FromKilograms(kg.GetDouble()) : null);
}
