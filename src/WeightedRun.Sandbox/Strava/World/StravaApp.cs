using WeightedRun.Sandbox.Strava.RateLimits;

namespace WeightedRun.Sandbox.Strava.World;

/// <summary>An application registered with Strava.</summary>
internal sealed class StravaApp
{
    public required ClientId Id { get; init; }

    public required string Secret { get; init; }

    /// <summary>A bare domain; <c>localhost</c> and <c>127.0.0.1</c> are allowed beside it, as with Strava.</summary>
    public string CallbackDomain { get; init; } = "localhost";

    /// <summary>How many athletes may be connected at once: 1 for a new application, 10 after the owner's own upgrade.</summary>
    public int AthleteCap { get; set; } = 10;

    /// <summary>Strava tells of the cap on its consent page or at the exchange of the code; both happen.</summary>
    public bool TellsCapOnPage { get; set; }

    /// <summary>False when the application was deactivated or its owner's subscription lapsed.</summary>
    public bool IsActive { get; set; } = true;

    public RateMeter Rate { get; } = new();
}
