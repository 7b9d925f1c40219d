using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>The days again, just before something is said about them.</summary>
internal sealed class GarminPersonalRefresh(ConnectionStore connections, GarminPersonalReading reading, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseWhileInUse = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseWhileUnavailable = TimeSpan.FromMinutes(15);

    public async Task<Freshness> RefreshAsync(ConnectionId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null)
            return Freshness.StaleUntil(now + PauseWhileInUse);

        if (await connections.FindAsync(id, cancellation) is not { State: Connection.Active } connection)
            return Freshness.Broken;

        try
        {
            return reading.IsFresh(connection) || await reading.ReadAsync(held, connection, cancellation) ? Freshness.Fresh : Freshness.Broken;
        }
        catch (RetryLaterException later)
        {
            return Freshness.StaleUntil(later.Until);
        }
        catch (GarminException)
        {
            return Freshness.StaleUntil(now + PauseWhileUnavailable);
        }
    }
}
