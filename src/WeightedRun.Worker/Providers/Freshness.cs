namespace WeightedRun.Worker.Providers;

/// <summary>How far what is stored of a runner is what the providers have at this moment.</summary>
/// <param name="State">Whether it is.</param>
/// <param name="AskAgainAt">When another try may succeed; null unless stale.</param>
internal sealed record Freshness(FreshnessState State, DateTimeOffset? AskAgainAt = null)
{
    public static Freshness Fresh { get; } = new(FreshnessState.Fresh);

    public static Freshness Broken { get; } = new(FreshnessState.Broken);

    public static Freshness StaleUntil(DateTimeOffset at) => new(FreshnessState.Stale, at);
}

internal enum FreshnessState
{
    Fresh,

    /// <summary>The provider could not be asked just now.</summary>
    Stale,

    /// <summary>The runner has to connect again.</summary>
    Broken,
}
