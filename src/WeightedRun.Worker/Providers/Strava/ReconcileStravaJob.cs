using Dapper;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Once a day: reads the whole history again (one call per 200 activities), so that nothing expires that still stands, and removes what Strava no longer has.</summary>
internal sealed partial class ReconcileStravaJob(
    ConnectionStore connections, ConnectionRounds rounds, StravaActivities activities, StravaProfile profile, IOptions<StravaOptions> options, TimeProvider time, ILogger<ReconcileStravaJob> log)
{
    private const int MostDetails = 40;

    // More than this at once, and more than half of all, looks like a fault of Strava's or of ours rather than a runner tidying up.
    private const int MassDeletion = 10;
    private static readonly TimeSpan RecentlyDone = TimeSpan.FromHours(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null || await connections.FindAsync(id, cancellation) is not { State: Connection.Active } connection)
            return;

        // A job that waited for its budget may find that another did its work.
        var now = time.GetUtcNow();
        if (connection.LastReconciledAt > now - RecentlyDone)
            return;

        try
        {
            var window = new ListWindow(now.AddDays(-options.Value.HistoryDays), now);
            var seen = await activities.ReadWindowAsync(held, connection, window, ApiPriority.Reconcile, cancellation);
            await RemoveMissingAsync(held, connection, window, seen, cancellation);
            await profile.RefreshAsync(held, connection, ApiPriority.Reconcile, cancellation);
            await activities.ReadDetailsAsync(held, connection, MostDetails, ApiPriority.Reconcile, cancellation);
            await rounds.RecordReconciledAsync(id, cancellation);
        }
        catch (StravaException problem) when (problem.Fault is StravaFault.Revoked or StravaFault.MissingScope)
        {
            // The connection is marked; the runner has to connect again.
        }
    }

    private async Task RemoveMissingAsync(AdvisoryLock held, Connection connection, ListWindow window, HashSet<string> seen, CancellationToken cancellation)
    {
        // A day within the window's edge: whether the edge itself belongs to the list is not documented.
        var stored = (await held.Connection.QueryAsync<string>(
            "select external_id from activities where connection_id = @ConnectionId and start_at > @after and start_at < @before",
            new { connection.ConnectionId, after = window.After.AddDays(1), window.Before })).AsList();
        var missing = stored.Where(externalId => !seen.Contains(externalId)).ToList();
        if (missing.Count > MassDeletion && missing.Count * 2 > stored.Count)
        {
            LogMassDeletion(connection.ConnectionId.Value, missing.Count, stored.Count);
            return;
        }

        foreach (var externalId in missing)
        {
            try
            {
                // A list may have been cut short; the activity itself is asked before it goes.
                await activities.FetchAsync(held, connection, externalId, ApiPriority.Reconcile, cancellation);
            }
            catch (StravaException problem) when (problem.Fault == StravaFault.NotFound)
            {
                await StravaActivities.RemoveAsync(held, connection, externalId);
            }
            catch (StravaException problem) when (problem.Fault is StravaFault.Unavailable or StravaFault.Refused)
            {
                // Unknown is not gone: tomorrow again, and in a week it expires by itself.
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Strava's list lacks {Missing} of {Stored} activities of connection {ConnectionId}: nothing is removed; they expire if Strava does not list them again")]
    private partial void LogMassDeletion(long connectionId, int missing, int stored);
}
