namespace WeightedRun.Worker.Operations;

/// <summary>Forgets the calls of days long over.</summary>
internal sealed class PurgeApiBudgetJob(ApiBudget budget)
{
    public Task RunAsync(CancellationToken cancellation) => budget.PurgeAsync(cancellation);
}
