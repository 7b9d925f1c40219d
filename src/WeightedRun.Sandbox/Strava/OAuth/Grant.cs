using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>One athlete's consent to one application, with the pair of tokens that stands for it.</summary>
internal sealed class Grant
{
    public required StravaAthlete Athlete { get; init; }

    public required StravaApp App { get; init; }

    public required Scopes Scopes { get; set; }

    public string AccessToken { get; set; } = "";

    public DateTimeOffset ExpiresAt { get; set; }

    public string RefreshToken { get; set; } = "";

    public bool IsRevoked { get; set; }
}

/// <summary>What the token endpoint hands out.</summary>
internal sealed record TokenPair(string AccessToken, DateTimeOffset ExpiresAt, string RefreshToken, StravaAthlete Athlete);

/// <summary>A code that waits to be exchanged.</summary>
internal sealed record PendingCode(StravaAthlete Athlete, StravaApp App, Scopes Scopes, DateTimeOffset ExpiresAt);

/// <summary>An access token; an older one of the same grant lives on until it expires.</summary>
internal sealed record IssuedAccess(Grant Grant, DateTimeOffset ExpiresAt);
