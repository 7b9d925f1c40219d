using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Once a day: what a runner allows, and that the tokens still open something. A notification that was lost is made good here.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class CheckGarminPartnerJob(ConnectionStore connections, ConnectionRounds rounds, GarminMembership membership)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null || await connections.FindAsync(id, cancellation) is not { State: Connection.Active } connection)
            return;

        try
        {
            await membership.ReviewAsync(held, connection, cancellation);
            await rounds.RecordReconciledAsync(id, cancellation);
        }
        catch (GarminException problem) when (problem.Fault == GarminFault.Revoked)
        {
            // The connection is marked; the runner has to connect again.
        }
    }
}
