using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>One reading of a runner's days, under the connection's lock.</summary>
internal sealed class GarminPersonalReading(ConnectionRounds rounds, GarminKeys keys, GarminPersonalActivities activities, IOptions<GarminPersonalOptions> options, TimeProvider time)
{
    private static readonly TimeSpan RecentlyDone = TimeSpan.FromMinutes(30);

    /// <summary>Pulls that waited for Garmin arrive together; one is enough. A new key is tried at once.</summary>
    public bool IsFresh(Connection connection) => connection.LastReconciledAt > time.GetUtcNow() - RecentlyDone && connection.LastReconciledAt >= connection.LastContactAt;

    /// <summary>False when the runner must bring another key.</summary>
    public async Task<bool> ReadAsync(AdvisoryLock held, Connection connection, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        DateOnly? covered = connection.LastReconciledAt is { } last ? DateOnly.FromDateTime(last.UtcDateTime) : null;
        var window = PullWindow.Next(covered < today ? null : covered, today, options.Value.OverlapDays, options.Value.HistoryDays);
        if (!await keys.UseAsync(held, connection, key => activities.ReadAsync(held, connection, key, window, cancellation), cancellation))
            return false;

        await rounds.RecordReconciledAsync(connection.ConnectionId, cancellation);
        return true;
    }
}
