using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Benchmarks;

/// <summary>
/// The product's job for events, each taking its connection's lock and finding nothing due, beside as many jobs that do nothing at all, on the same Hangfire
/// with the same settings. All are enqueued first, then a server starts and works them off. In turns.
/// </summary>
internal static class JobsScenario
{
    private const int Rounds = 3;
    private const int Athletes = 200;

    public static async Task MeasureAsync(int jobs)
    {
        await using var installation = await Installation.StartAsync(Roles.None);
        var connections = new List<Connection>();
        for (var athlete = 1; athlete <= Athletes; athlete++)
            connections.Add(await installation.ConnectAsync($"{athlete}"));

        var (own, empty) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            empty.Add(await WorkOffAsync(installation, jobs, (client, _) => client.Enqueue<EmptyJob>(Queues.Events, job => job.Run())));
            own.Add(await WorkOffAsync(installation, jobs, (client, n) =>
            {
                var id = connections[n % Athletes].ConnectionId;
                client.Enqueue<HandleStravaEventsJob>(Queues.Events, job => job.RunAsync(id, CancellationToken.None));
            }));
        }

        // The first round warms up.
        double PerSecond(List<double> times) => Math.Round(jobs / times.Skip(1).Order().ElementAt(Rounds / 2));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            scenario = "jobs",
            jobs,
            workers = new JobsOptions().Workers,
            own_per_second = PerSecond(own),
            empty_per_second = PerSecond(empty),
            share_of_empty = Math.Round(PerSecond(own) / PerSecond(empty), 3),
        }));
    }

    private static async Task<double> WorkOffAsync(Installation installation, int jobs, Action<IBackgroundJobClient, int> enqueue)
    {
        var services = installation.App.Services;
        for (var n = 0; n < jobs; n++)
            enqueue(services.GetRequiredService<IBackgroundJobClient>(), n);

        await using var session = await installation.Database.Source.OpenConnectionAsync();
        var clock = Stopwatch.GetTimestamp();
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions { Queues = Queues.All, WorkerCount = new JobsOptions().Workers, Activator = services.GetRequiredService<JobActivator>() },
            services.GetRequiredService<JobStorage>());
        while (await session.ExecuteScalarAsync<bool>("select exists (select from hangfire.jobqueue)"))
            await Task.Delay(20);

        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    internal sealed class EmptyJob
    {
#pragma warning disable CA1822 // Hangfire calls methods of instances.
        public void Run()
        {
        }
#pragma warning restore CA1822
    }
}
