using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeightedRun.Worker.Providers.GarminPartner;

internal sealed record GarminTokenAnswer
{
    public string? AccessToken { get; init; }

    public double? ExpiresIn { get; init; }

    public string? RefreshToken { get; init; }

    public double? RefreshTokenExpiresIn { get; init; }

    /// <summary>Says nothing: records print their members, and these belong in no log.</summary>
    public override string ToString() => nameof(GarminTokenAnswer);
}

internal sealed record GarminOAuthFault
{
    public string? Error { get; init; }
}

/// <summary>Refusals of the API proper.</summary>
internal sealed record GarminApiFault
{
    [JsonPropertyName("errorMessage")]
    public string? ErrorMessage { get; init; }
}

internal sealed record GarminUserAnswer
{
    [JsonPropertyName("userId")]
    public string? UserId { get; init; }
}

/// <summary>What the runner allows. A list, a list in an object, or a map of booleans: all were seen.</summary>
[JsonConverter(typeof(Json))]
internal sealed record GarminPermissions(IReadOnlySet<string> Granted)
{
    private const string ActivityExport = "ACTIVITY_EXPORT";
    public const string HistoricalDataExport = "HISTORICAL_DATA_EXPORT";

    public bool AllowsActivities => Granted.Contains(ActivityExport);

    public bool AllowsHistory => Granted.Contains(HistoricalDataExport);

    internal sealed class Json : JsonConverter<GarminPermissions>
    {
        public override GarminPermissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new GarminPermissions(Names(document.RootElement).ToHashSet(StringComparer.Ordinal));
        }

        public override void Write(Utf8JsonWriter writer, GarminPermissions value, JsonSerializerOptions options) => throw new NotSupportedException();

        private static IEnumerable<string> Names(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
            JsonValueKind.Object when json.TryGetProperty("permissions", out var inner) => Names(inner),
            JsonValueKind.Object => json.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.True).Select(field => field.Name),
            _ => [],
        };
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(TolerantNumber), typeof(TolerantText), typeof(TolerantFlag)])]
[JsonSerializable(typeof(GarminTokenAnswer))]
[JsonSerializable(typeof(GarminOAuthFault))]
[JsonSerializable(typeof(GarminApiFault))]
[JsonSerializable(typeof(GarminUserAnswer))]
[JsonSerializable(typeof(GarminPermissions))]
internal sealed partial class GarminPartnerJson : JsonSerializerContext;
