using System.Text.Json;

namespace WeightedRun.Sandbox.Demo;

/// <summary>The figures of a demo, counted in the product's database and by the stand-ins.</summary>
internal sealed record DemoSummary
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required int Runners { get; init; }

    public required int Connected { get; init; }

    public required int Activities { get; init; }

    public required int Weighted { get; init; }

    public required int Suspected { get; init; }

    /// <summary>Findings of all digests that were sent, by the rule's code.</summary>
    public required IReadOnlyDictionary<string, int> Findings { get; init; }

    public required int DigestsSent { get; init; }

    public required int ApiReads { get; init; }

    public required double SecondsToReady { get; init; }

    public required double SecondsTotal { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
