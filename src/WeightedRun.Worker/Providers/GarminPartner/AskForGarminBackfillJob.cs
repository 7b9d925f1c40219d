using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Asks for a runner's history, one period after another, the newest first. A period that was asked for by a job that died is answered 409: as good as accepted.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class AskForGarminBackfillJob(ConnectionStore connections, GarminPartnerAccess access, GarminBackfill backfill, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null || await connections.FindAsync(id, cancellation) is not { State: Connection.Active })
            return;

        try
        {
            while (await GarminBackfill.FindWantedAsync(held, id) is { } window)
            {
                var outcome = await access.CallAsync(held, id, (garmin, token) => garmin.AskForBackfillAsync(token, window, cancellation), cancellation);
                await backfill.RecordAsync(held, id, window, outcome);
            }
        }
        catch (GarminException refusal) when (refusal.Fault == GarminFault.RateLimited)
        {
            throw new RetryLaterException(refusal.Message, time.GetUtcNow() + (refusal.RetryAfter is { } asked && asked > ShortestWait ? asked : ShortestWait));
        }
        catch (GarminException refusal) when (refusal.Fault == GarminFault.Revoked)
        {
            // The connection is marked; the runner has to connect again.
        }
    }
}
