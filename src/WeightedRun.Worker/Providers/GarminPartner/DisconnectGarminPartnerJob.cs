using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>The runner disconnects: the registration at Garmin is deleted, which Garmin demands, then everything here goes, with a receipt.</summary>
internal sealed partial class DisconnectGarminPartnerJob(ConnectionStore connections, GarminPartnerAccess access, Deletion deletion, TimeProvider time, ILogger<DisconnectGarminPartnerJob> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public async Task RunAsync(ConnectionId id, DateTimeOffset requestedAt, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation)
            ?? throw new RetryLaterException("The connection is in use", time.GetUtcNow() + Pause);
        try
        {
            await access.CallAsync(held, id, async (garmin, token) =>
            {
                await garmin.DeregisterAsync(token, cancellation);
                return true;
            }, cancellation);
        }
        catch (Exception problem) when (problem is GarminException or RetryLaterException)
        {
            // What Garmin answers keeps nothing from going.
            LogNotDeregistered(id.Value, problem.Message);
        }

        await deletion.DeleteConnectionAsync(id, "disconnected", requestedAt, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Garmin could not be told that connection {ConnectionId} ends ({Message}); it stays among the runner's connected apps there until the runner removes it")]
    private partial void LogNotDeregistered(long connectionId, string message);
}
