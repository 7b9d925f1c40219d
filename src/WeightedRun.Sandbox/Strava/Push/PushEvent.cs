using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>One event as Strava posts it: https://developers.strava.com/docs/webhooks/</summary>
internal sealed record PushEvent
{
    public required string ObjectType { get; init; }

    public required long ObjectId { get; init; }

    public required string AspectType { get; init; }

    public IReadOnlyDictionary<string, object> Updates { get; init; } = new Dictionary<string, object>();

    public required long OwnerId { get; init; }

    public required long SubscriptionId { get; init; }

    public required long EventTime { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
