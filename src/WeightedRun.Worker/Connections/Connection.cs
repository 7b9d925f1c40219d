using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>What is known of one authorisation, without its tokens.</summary>
internal sealed record Connection
{
    public const string Active = "active";
    public const string Broken = "broken";

    public required ConnectionId ConnectionId { get; init; }

    public required RunnerId RunnerId { get; init; }

    /// <summary>The provider's name, e.g. <c>strava</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The account at the provider.</summary>
    public required string ExternalId { get; init; }

    public required string State { get; init; }

    public string? StateReason { get; init; }

    public required string[] Scopes { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    public required DateTimeOffset LastContactAt { get; init; }

    public DateTimeOffset? LastReconciledAt { get; init; }
}

/// <summary>What a runner allowed at a provider, as it comes back from there.</summary>
internal sealed record Authorization
{
    public required string Provider { get; init; }

    public required string ExternalId { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required Tokens Tokens { get; init; }

    /// <summary>Who is signed in; without anybody, an unknown account is a new runner.</summary>
    public RunnerId? SignedInAs { get; init; }
}

/// <summary>What opens an account. A provider without refresh gives a key that has no expiry or a far one.</summary>
internal sealed record Tokens(string Access, string? Refresh, DateTimeOffset? AccessExpiresAt)
{
    /// <summary>Says nothing: records print their members, and these belong in no log.</summary>
    public override string ToString() => "Tokens";
}
