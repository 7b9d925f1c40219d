namespace WeightedRun.Worker.Operations;

/// <summary>What a call to a provider is for, and how much of the allowance it may use up: what must be there first finds room last.</summary>
internal enum ApiPriority
{
    Event,
    Digest,
    Reconcile,
    Backfill,
}

internal static class ApiPriorities
{
    public static double ShareOfAllowance(this ApiPriority priority) => priority switch
    {
        ApiPriority.Event => 1.00,
        ApiPriority.Digest => 0.95,
        ApiPriority.Reconcile => 0.90,
        _ => 0.80,
    };
}
