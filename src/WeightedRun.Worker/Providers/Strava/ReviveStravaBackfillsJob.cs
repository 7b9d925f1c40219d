using Hangfire;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Takes up backfills whose process died between two steps.</summary>
internal sealed class ReviveStravaBackfillsJob(StravaBackfill backfill, IBackgroundJobClient jobs)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var connection in await backfill.ReviveAsync(cancellation))
            jobs.Enqueue<BackfillStravaJob>(Queues.Backfill, job => job.RunAsync(connection, CancellationToken.None));
    }
}
