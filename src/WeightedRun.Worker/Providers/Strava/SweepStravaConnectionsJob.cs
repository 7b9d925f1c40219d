using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Sets off what is due: the daily comparison of each connection and, where Strava cannot reach this installation, a poll.</summary>
internal sealed class SweepStravaConnectionsJob(ConnectionRounds rounds, StravaSubscription subscription, IBackgroundJobClient jobs, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var yesterday = time.GetUtcNow().AddHours(-24);
        foreach (var connection in await rounds.ReadNotReconciledSinceAsync(StravaOptions.Provider, yesterday, cancellation))
            jobs.Enqueue<ReconcileStravaJob>(Queues.Reconcile, job => job.RunAsync(connection, CancellationToken.None));

        if (await subscription.IsStandingAsync(cancellation))
            return;

        foreach (var connection in await rounds.ReadActiveAsync(StravaOptions.Provider, cancellation))
            jobs.Enqueue<SyncStravaJob>(Queues.Reconcile, job => job.RunAsync(connection, CancellationToken.None));
    }
}
