using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Handles all due events of one connection, one call per activity however many events speak of it.</summary>
internal sealed class HandleStravaEventsJob(ConnectionStore connections, ConnectionRounds rounds, InboxStore inbox, StravaEvents events, TimeProvider time)
{
    // Whoever holds the lock that long reads a page or handles these very events; the sweep looks again within a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null)
            return;

        while (await connections.FindAsync(id, cancellation) is { } connection && await inbox.ReadDueAsync(held.Connection, connection) is { Count: > 0 } due)
        {
            if (!await HandleAsync(held, connection, due, cancellation))
                return;

            await rounds.RecordEventsAsync(id, cancellation);
        }
    }

    private async Task<bool> HandleAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingEvent> due, CancellationToken cancellation)
    {
        try
        {
            // A runner who withdrew comes first: nothing else of his is to be touched then.
            foreach (var about in due.GroupBy(one => (one.ObjectType, one.ObjectExternalId)).OrderBy(group => group.Key.ObjectType != "athlete"))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!await events.HandleAsync(held, connection, [.. about], cancellation))
                    return false;
            }

            return true;
        }
        catch (RetryLaterException later)
        {
            await InboxStore.HoldAsync(held.Connection, connection, later.Until);
            throw;
        }
        catch (StravaException problem) when (problem.Fault is StravaFault.Revoked or StravaFault.MissingScope)
        {
            // Connecting again reads everything anew; these have nothing to add then.
            await InboxStore.FinishAsync(held.Connection, [.. due.Where(one => one.ObjectType != "athlete")], "ignored", "the connection is broken", time.GetUtcNow());
            return false;
        }
    }
}
