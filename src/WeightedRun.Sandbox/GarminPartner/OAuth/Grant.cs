using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner.OAuth;

/// <summary>What one user gave the partner.</summary>
internal sealed class Grant
{
    public required GarminUserId User { get; init; }

    public required DateTimeOffset FirstConnectedAt { get; init; }

    public required string[] Permissions { get; set; }
}

/// <summary>A code on its way: what the exchange must prove and repeat.</summary>
internal sealed record IssuedCode(GarminUserId User, string Challenge, string? RedirectUri, DateTimeOffset ExpiresAt);

internal sealed record IssuedToken(GarminUserId User, DateTimeOffset ExpiresAt);

internal sealed record TokenPair(string Access, string Refresh);
