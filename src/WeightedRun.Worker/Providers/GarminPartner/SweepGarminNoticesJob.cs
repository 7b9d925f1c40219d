using Hangfire;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Finds due notices whose job was lost with its process, or whose pause is over.</summary>
internal sealed class SweepGarminNoticesJob(GarminNotices notices, IBackgroundJobClient jobs)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var connection in await notices.ReadDueConnectionsAsync(cancellation))
            jobs.Enqueue<HandleGarminNoticesJob>(Queues.Events, job => job.RunAsync(connection, CancellationToken.None));
    }
}
