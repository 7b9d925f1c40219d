using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Operations;

/// <summary>Whether PostgreSQL answers.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await connection.ExecuteScalarAsync<int>("select 1");
            return HealthCheckResult.Healthy("answers");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("does not answer");
        }
    }
}

/// <summary>Whether the database is as this version needs it.</summary>
internal sealed class MigrationHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = await Migrator.For(source).ReadPendingAsync(cancellationToken);
            return pending.Count == 0 ? HealthCheckResult.Healthy("all applied") : HealthCheckResult.Unhealthy($"{pending.Count} not applied");
        }
        catch (Exception problem) when (problem is NpgsqlException or MachineLacksException)
        {
            return HealthCheckResult.Unhealthy(problem is NpgsqlException ? "cannot be read" : "an applied one was edited");
        }
    }
}

/// <summary>Whether anybody does the jobs. Pages work without, so it is no reason to send runners away.</summary>
internal sealed class JobServerHealth(NpgsqlDataSource source, TimeProvider time) : IHealthCheck
{
    // Hangfire's servers give a sign of life every half minute.
    private static readonly TimeSpan SilentFor = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            var servers = await connection.ExecuteScalarAsync<int>("select count(*) from hangfire.server where lastheartbeat > @since", new { since = time.GetUtcNow() - SilentFor });
            return servers > 0 ? HealthCheckResult.Healthy($"{servers} alive") : HealthCheckResult.Degraded("none is alive: start weightedrun serve --roles jobs");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Degraded("cannot be counted");
        }
    }
}
