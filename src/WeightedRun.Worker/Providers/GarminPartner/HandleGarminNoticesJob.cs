using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Handles all due notices of one connection: who left first, then what was pushed in one page, then what is to be fetched.</summary>
internal sealed class HandleGarminNoticesJob(ConnectionStore connections, ConnectionRounds rounds, GarminNotices notices, GarminArrivals arrivals, GarminMembership membership, TimeProvider time)
{
    // Whoever holds the lock that long handles these very notices; the sweep looks again within a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null)
            return;

        while (await connections.FindAsync(id, cancellation) is { } connection && await notices.ReadDueAsync(held, id) is { Count: > 0 } due)
        {
            if (!await HandleAsync(held, connection, due, cancellation))
                return;

            await rounds.RecordEventsAsync(id, cancellation);
        }
    }

    private async Task<bool> HandleAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingNotice> due, CancellationToken cancellation)
    {
        var about = due.ToLookup(pending => pending.Notice.Kind is NoticeKind.Deregistration or NoticeKind.PermissionChange);
        if (about[true].Any() && !await HandleMembershipAsync(held, connection, [.. about[true]], cancellation))
            return false;

        await arrivals.StoreAsync(held, connection, [.. about[false].Where(pending => pending.Notice.CallbackUrl is null)], cancellation);
        foreach (var pending in about[false].Where(pending => pending.Notice.CallbackUrl is not null))
        {
            cancellation.ThrowIfCancellationRequested();
            await arrivals.FetchAsync(held, connection, pending, cancellation);
        }

        return true;
    }

    /// <summary>False when the connection is gone with its notices.</summary>
    private async Task<bool> HandleMembershipAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingNotice> due, CancellationToken cancellation)
    {
        try
        {
            if (due.Any(pending => pending.Notice.Kind == NoticeKind.Deregistration) && await membership.ConfirmDepartureAsync(held, connection, time.GetUtcNow(), cancellation))
                return false;

            await membership.ReviewAsync(held, connection, cancellation);
            await notices.FinishAsync(held, due, "done", "as Garmin itself answers");
        }
        catch (GarminException problem) when (problem.Fault == GarminFault.Revoked)
        {
            await notices.FinishAsync(held, due, "done", "the connection is broken");
        }
        catch (GarminException problem)
        {
            foreach (var pending in due)
                await GarminNotices.PostponeAsync(held, pending, time.GetUtcNow() + (problem.RetryAfter is { } asked && asked > Pause ? asked : Pause), problem.Message);
        }

        return true;
    }
}
