using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Twenty recordings at a time; the lock is free in between, so that a pull passes.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class FetchGarminPersonalFilesJob(ConnectionStore connections, GarminKeys keys, GarminPersonalFiles files, IBackgroundJobClient jobs)
{
    private const int FilesPerStep = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        if (await StepAsync(id, cancellation))
            jobs.Enqueue<FetchGarminPersonalFilesJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
    }

    private async Task<bool> StepAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null || await connections.FindAsync(id, cancellation) is not { State: Connection.Active } connection)
            return false;

        var wanted = await files.ReadWantedAsync(held, connection, FilesPerStep);
        var isDone = await keys.UseAsync(held, connection, async key =>
        {
            foreach (var file in wanted)
                await files.FetchAsync(held, connection, key, file, cancellation);
        }, cancellation);
        return isDone && wanted.Count == FilesPerStep;
    }
}
