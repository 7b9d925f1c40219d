using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

internal enum ConsentMode
{
    /// <summary>A page asks whoever opens it.</summary>
    Ask,

    /// <summary>Every request is approved at once.</summary>
    Approve,

    /// <summary>Every request is denied at once.</summary>
    Deny,
}

/// <summary>How the next authorization requests are answered.</summary>
internal sealed record Consent
{
    public ConsentMode Mode { get; init; }

    /// <summary>Who consents when no page asks; the query parameter <c>sandbox_athlete</c> comes first.</summary>
    public AthleteId? Athlete { get; init; }

    /// <summary>Scopes that the athlete unticks.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];
}
