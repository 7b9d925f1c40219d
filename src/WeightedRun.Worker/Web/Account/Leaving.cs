using Dapper;
using Hangfire;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Account;

/// <summary>A runner takes back a connection, or everything. From that moment on he is gone for every page; jobs do the rest.</summary>
internal sealed class Leaving(NpgsqlDataSource source, RunnerConnections connections, Deletion deletion, IBackgroundJobClient jobs, TimeProvider time)
{
    /// <summary>False when it is not this runner's.</summary>
    public async Task<bool> DisconnectAsync(RunnerId runner, ConnectionId id, CancellationToken cancellation)
    {
        if (await connections.FindAsync(runner, id, cancellation) is not { } connection)
            return false;

        await EndAsync(connection, cancellation);
        return true;
    }

    public async Task DeleteEverythingAsync(RunnerId runner, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using (var connection = await source.OpenConnectionAsync(cancellation))
            await connection.ExecuteAsync("update runners set leaving_at = coalesce(leaving_at, @now) where runner_id = @runner", new { runner, now });

        jobs.Enqueue<DeleteRunnerJob>(Queues.Events, job => job.RunAsync(runner, CancellationToken.None));
    }

    /// <summary>The provider is told where it can be; what it told us goes either way.</summary>
    public async Task EndAsync(ConnectionRow connection, CancellationToken cancellation)
    {
        var (id, now) = (connection.ConnectionId, time.GetUtcNow());
        switch (connection.Provider)
        {
            case StravaOptions.Provider:
                jobs.Enqueue<DisconnectStravaJob>(Queues.Events, job => job.RunAsync(id, now, CancellationToken.None));
                break;
            case GarminPersonalOptions.Provider:
                jobs.Enqueue<DisconnectGarminPersonalJob>(Queues.Events, job => job.RunAsync(id, now, CancellationToken.None));
                break;
            case GarminPartnerOptions.Provider:
                jobs.Enqueue<DisconnectGarminPartnerJob>(Queues.Events, job => job.RunAsync(id, now, CancellationToken.None));
                break;
            default:
                await deletion.DeleteConnectionAsync(id, "disconnected", now, cancellation);
                break;
        }
    }
}
