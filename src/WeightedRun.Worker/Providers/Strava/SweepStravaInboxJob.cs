using Hangfire;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Finds due events whose job was lost with its process, or whose pause is over.</summary>
internal sealed class SweepStravaInboxJob(InboxStore inbox, IBackgroundJobClient jobs)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var connection in await inbox.ReadDueConnectionsAsync(StravaOptions.Provider, cancellation))
            jobs.Enqueue<HandleStravaEventsJob>(Queues.Events, job => job.RunAsync(connection, CancellationToken.None));
    }
}
