namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>How a stand-in starts.</summary>
internal sealed record GarminPartnerOptions
{
    /// <summary>Port 0 takes any that is free.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string ClientId { get; init; } = "sandbox-partner";

    public string ClientSecret { get; init; } = "sandbox-partner-secret";
}
