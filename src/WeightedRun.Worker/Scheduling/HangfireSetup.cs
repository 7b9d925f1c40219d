using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Hangfire on the product's own PostgreSQL. Every process can enqueue; those with the role run jobs.</summary>
internal static class HangfireSetup
{
    // Long enough for a job to notice that it shall stop, shorter than what a container is given.
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddJobs(this IServiceCollection services, NpgsqlDataSource source, IConfiguration configuration, Roles roles)
    {
        var options = configuration.Read<JobsOptions>();
        // Ours, not the process's current one, which the next installation in the process would take over.
        services.AddSingleton<JobStorage>(new PostgreSqlStorage(new DataSourceConnections(source), StorageOptions(options)));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseRecommendedSerializerSettings()
            .UseTypeSerializer(JobNames.Of)
            .UseTypeResolver(JobNames.TypeOf)
            .UseFilter(new RetryLaterFilter())
            .UseFilter(new JobTelemetryFilter()));
        if (!roles.HasFlag(Roles.Jobs))
            return services;

        services.AddHostedService<ScheduleReconciler>();
        return services.AddHangfireServer(server =>
        {
            server.Queues = Queues.All;
            server.WorkerCount = options.Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            server.ShutdownTimeout = ShutdownPatience;
        });
    }

    private static PostgreSqlStorageOptions StorageOptions(JobsOptions options) => new()
    {
        QueuePollInterval = options.PollInterval,
        // A killed worker's job runs again after this; a living one's is kept by its heartbeat, however long it takes.
        InvisibilityTimeout = TimeSpan.FromMinutes(5),
        UseSlidingInvisibilityTimeout = true,
        // What a process killed at the wrong moment leaves locked, others wait for no longer than this. Hangfire holds its locks for milliseconds.
        DistributedLockTimeout = TimeSpan.FromSeconds(30),
        // Long polling now and then leaves a worker waiting for ever with a job in its hands.
        EnableLongPolling = false,
        // The migrator installs the tables, under a lock; without them a process shall fail rather than stay half alive.
        PrepareSchemaIfNecessary = false,
        AllowDegradedModeWithoutStorage = false,
    };

    private sealed class DataSourceConnections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }
}
