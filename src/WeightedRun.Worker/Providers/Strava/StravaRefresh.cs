using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The whole window again, within the digest's share of the allowance: one list call per 200 activities, one more per run that has no description yet.</summary>
internal sealed class StravaRefresh(ConnectionStore connections, StravaActivities activities, IOptions<StravaOptions> options, TimeProvider time)
{
    private const int MostDetails = 20;
    private static readonly TimeSpan RecentlyDone = TimeSpan.FromMinutes(30);
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

        if (connection.LastReconciledAt > now - RecentlyDone)
            return Freshness.Fresh;

        try
        {
            await activities.ReadWindowAsync(held, connection, new ListWindow(now.AddDays(-options.Value.HistoryDays), now), ApiPriority.Digest, cancellation);
            await activities.ReadDetailsAsync(held, connection, MostDetails, ApiPriority.Digest, cancellation);
            await connections.RecordContactAsync(id, cancellation);
            return Freshness.Fresh;
        }
        catch (RetryLaterException later)
        {
            return Freshness.StaleUntil(later.Until);
        }
        catch (StravaException problem) when (problem.Fault is StravaFault.Revoked or StravaFault.MissingScope)
        {
            return Freshness.Broken;
        }
        catch (StravaException)
        {
            return Freshness.StaleUntil(now + PauseWhileUnavailable);
        }
    }
}
