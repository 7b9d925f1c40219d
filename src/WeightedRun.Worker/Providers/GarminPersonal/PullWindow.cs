namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>The local dates of a pull, both included.</summary>
internal readonly record struct PullWindow(DateOnly From, DateOnly Until)
{
    /// <summary>
    /// From some days before the last pull, because watches are synchronised late, until tomorrow, because it is already tomorrow somewhere.
    /// The overlap is counted from what was covered and never from what was found.
    /// </summary>
    public static PullWindow Next(DateOnly? coveredUntil, DateOnly today, int overlapDays, int historyDays) =>
        new(coveredUntil is { } covered ? (covered < today ? covered : today).AddDays(-overlapDays) : today.AddDays(-historyDays), today.AddDays(1));
}
