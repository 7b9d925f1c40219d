using Hangfire;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Reads a runner's last days again; the first time of a day all of the history, so that what was edited or deleted is noticed.</summary>
// What fails stays to be seen; the sweep comes again within the hour.
[AutomaticRetry(Attempts = 0)]
internal sealed class PullGarminPersonalJob(ConnectionStore connections, GarminPersonalReading reading, IBackgroundJobClient jobs, IOptions<GarminPersonalOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null || await connections.FindAsync(id, cancellation) is not { State: Connection.Active } connection || reading.IsFresh(connection))
            return;

        if (await reading.ReadAsync(held, connection, cancellation) && options.Value.ReadsFiles)
            jobs.Enqueue<FetchGarminPersonalFilesJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
    }
}
