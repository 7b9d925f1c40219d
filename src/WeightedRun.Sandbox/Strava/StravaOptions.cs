using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava;

/// <summary>How a stand-in starts.</summary>
internal sealed record StravaOptions
{
    /// <summary>Port 0 takes any that is free.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Decides which calls and events meet with chance; the same seed, the same luck.</summary>
    public int Seed { get; init; } = 1;

    public StravaApp App { get; init; } = new() { Id = new ClientId(12345), Secret = "sandbox-secret" };
}
