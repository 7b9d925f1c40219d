using System.Text.Json;

namespace WeightedRun.Worker.Storage;

/// <summary>The database's words for the product's own: <c>TrailRun</c> is stored as <c>trail_run</c>.</summary>
internal static class StoredName
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A word that this version does not know, as a newer one may have stored, is the enum's first: unknown or other.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : default;
}
