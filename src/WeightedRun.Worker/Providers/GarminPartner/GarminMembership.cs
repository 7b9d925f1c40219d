using Dapper;
using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Whether a runner is still with us and what is allowed, as Garmin itself answers: a notification is unsigned, and must neither remove a runner nor widen what is read.</summary>
internal sealed class GarminMembership(GarminPartnerAccess access, ConnectionStore connections, Deletion deletion, GarminBackfill backfill, IBackgroundJobClient jobs, TimeProvider time)
{
    /// <summary>True when the runner left and everything of the connection is gone.</summary>
    public async Task<bool> ConfirmDepartureAsync(AdvisoryLock held, Connection connection, DateTimeOffset toldAt, CancellationToken cancellation)
    {
        if (!await access.IsDeregisteredAsync(held, connection.ConnectionId, cancellation))
            return false;

        await deletion.DeleteConnectionAsync(connection.ConnectionId, "deregistered", toldAt, cancellation);
        return true;
    }

    public async Task ReviewAsync(AdvisoryLock held, Connection connection, CancellationToken cancellation)
    {
        var id = connection.ConnectionId;
        var permissions = await access.CallAsync(held, id, (garmin, token) => garmin.GetPermissionsAsync(token, cancellation), cancellation);
        await held.Connection.ExecuteAsync("update connections set scopes = @scopes where connection_id = @id", new { id, scopes = permissions.Granted.Order(StringComparer.Ordinal).ToArray() });
        if (!permissions.AllowsActivities)
        {
            await connections.BreakAsync(id, "missing-permission", time.GetUtcNow() + GarminPartnerOptions.Grace, cancellation);
            return;
        }

        await connections.RecordContactAsync(id, cancellation);
        if (!permissions.AllowsHistory || connection.Scopes.Contains(GarminPermissions.HistoricalDataExport))
            return;

        await backfill.WantAsync(id, cancellation);
        jobs.Enqueue<AskForGarminBackfillJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
    }
}
