using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Sets off what is due: the daily look at each connection, and history whose job was lost with its process.</summary>
internal sealed class SweepGarminPartnerJob(ConnectionRounds rounds, GarminBackfill backfill, IBackgroundJobClient jobs, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var connection in await rounds.ReadNotReconciledSinceAsync(GarminPartnerOptions.Provider, time.GetUtcNow().AddHours(-24), cancellation))
            jobs.Enqueue<CheckGarminPartnerJob>(Queues.Reconcile, job => job.RunAsync(connection, CancellationToken.None));

        foreach (var connection in await backfill.ReadUnfinishedAsync(cancellation))
            jobs.Enqueue<AskForGarminBackfillJob>(Queues.Backfill, job => job.RunAsync(connection, CancellationToken.None));
    }
}
