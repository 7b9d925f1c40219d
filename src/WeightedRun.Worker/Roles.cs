namespace WeightedRun.Worker;

/// <summary>What one process of the product does; any number of processes share one database.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>Pages, webhooks, the dashboard.</summary>
    Web = 1,

    /// <summary>Jobs and their schedule.</summary>
    Jobs = 2,
}
