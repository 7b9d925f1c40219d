using Hangfire;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Reads a runner's last days again; the first time of a day all of the history, so that what was edited or deleted is noticed.</summary>
// What fails stays to be seen; the sweep comes again within the hour.
[AutomaticRetry(Attempts = 0)]
internal sealed class PullGarminPersonalJob(
    ConnectionStore connections, ConnectionRounds rounds, GarminKeys keys, GarminPersonalActivities activities, IBackgroundJobClient jobs, IOptions<GarminPersonalOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RecentlyDone = TimeSpan.FromMinutes(30);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        var now = time.GetUtcNow();
        // Pulls that waited for Garmin arrive together; one is enough. A new key is tried at once.
        if (held is null || await connections.FindAsync(id, cancellation) is not { State: Connection.Active } connection
            || (connection.LastReconciledAt > now - RecentlyDone && connection.LastReconciledAt >= connection.LastContactAt))
            return;

        var isDone = await keys.UseAsync(held, connection, key => activities.ReadAsync(held, connection, key, WindowOf(connection, now), cancellation), cancellation);
        if (!isDone)
            return;

        await rounds.RecordReconciledAsync(id, cancellation);
        if (options.Value.ReadsFiles)
            jobs.Enqueue<FetchGarminPersonalFilesJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
    }

    private PullWindow WindowOf(Connection connection, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        DateOnly? covered = connection.LastReconciledAt is { } last ? DateOnly.FromDateTime(last.UtcDateTime) : null;
        return PullWindow.Next(covered < today ? null : covered, today, options.Value.OverlapDays, options.Value.HistoryDays);
    }
}
