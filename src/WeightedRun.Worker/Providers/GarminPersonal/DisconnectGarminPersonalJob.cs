using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>The runner disconnects: everything goes, with a receipt. The key itself can be deleted by the runner alone, at Garmin.</summary>
internal sealed class DisconnectGarminPersonalJob(ConnectionStore connections, Deletion deletion, Bearers bearers, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public async Task RunAsync(ConnectionId id, DateTimeOffset requestedAt, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation)
            ?? throw new RetryLaterException("The connection is in use", time.GetUtcNow() + Pause);
        bearers.Forget(id);
        await deletion.DeleteConnectionAsync(id, "disconnected", requestedAt, cancellation);
    }
}
