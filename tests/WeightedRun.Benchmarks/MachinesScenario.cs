using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Dapper;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Machines;
using WeightedRun.Worker.Tests.Mail;

namespace WeightedRun.Benchmarks;

/// <summary>
/// One, two and three worker processes on one PostgreSQL, beside one web process and a stand-in for Strava that answers so late: everybody has one new run, whose event is pushed,
/// handled and tagged; then everybody's digest is due. Each turn has new runs of the same runners.
/// </summary>
internal static class MachinesScenario
{
    private const int MostWorkers = 3;

    public static async Task MeasureAsync(int runners, int latencyMilliseconds)
    {
        using var strava = await StandInProcess.StartAsync(runners);
        await strava.LiftLimitsAsync();
        await using var sink = new SmtpSink { KeepsMails = false };
        var keys = MasterKeys.Create();
        var settings = new Dictionary<string, string>
        {
            ["Strava__ClientId"] = "1",
            ["Strava__ClientSecret"] = "x",
            ["Strava__ApiBaseUrl"] = new Uri(strava.Address, "api/v3").ToString(),
            ["Strava__OAuthBaseUrl"] = new Uri(strava.Address, "oauth").ToString(),
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Security"] = "None",
            ["Mail__From"] = "digest@runs.example.org",
            ["Mail__MaxPerDomainPerMinute"] = "100000",
            ["Secrets__MasterKeys"] = keys,
        };
        await using var installation = await Installation.StartAsync(Roles.None, keys, [.. settings.Select(setting => (setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value))]);
        await DigestScenario.PrepareAsync(installation, strava, runners);
        if (latencyMilliseconds > 0)
            await strava.AnswerLateAsync(TimeSpan.FromMilliseconds(latencyMilliseconds));

        settings["Database__ConnectionString"] = installation.Database.Source.ConnectionString;
        await using var machines = await Machines.StartAsync(door => new(settings) { ["Strava__PublicUrl"] = door.ToString() }, webs: 1, MostWorkers);
        await UntilAsync(installation, "select exists (select from subscriptions where external_id is not null and problem is null)");
        for (var workers = 1; workers <= MostWorkers; workers++)
        {
            await machines.StopWorkersAsync();
            await machines.StartWorkersAsync(workers);
            var events = await EventsAsync(installation, strava, runners);
            var digests = await DigestsAsync(installation, sink, runners);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                scenario = "machines",
                workers,
                jobs_at_once = workers * new JobsOptions().Workers,
                runners,
                latency_ms = latencyMilliseconds,
                events_s = Math.Round(events.TotalSeconds, 1),
                events_per_s = Math.Round(runners / events.TotalSeconds),
                digests_s = Math.Round(digests.TotalSeconds, 1),
                digests_per_s = Math.Round(runners / digests.TotalSeconds),
            }));
        }
    }

    /// <summary>From the first push until the last run is stored and tagged.</summary>
    private static async Task<TimeSpan> EventsAsync(Installation installation, StandInProcess strava, int runners)
    {
        await strava.HoldEventsAsync(true);
        foreach (var athlete in await DigestScenario.ReadAthletesAsync(installation))
            await strava.UploadAsync(athlete, DateTimeOffset.UtcNow.AddDays(-1), "Vest 8 kg");

        var clock = Stopwatch.GetTimestamp();
        await strava.HoldEventsAsync(false);
        await UntilAsync(installation, $"select count(*) = {runners} from inbox where state = 'done' and object_type = 'activity'");
        var took = Stopwatch.GetElapsedTime(clock);
        await ExecuteAsync(installation, "delete from inbox");
        return took;
    }

    private static async Task<TimeSpan> DigestsAsync(Installation installation, SmtpSink sink, int runners)
    {
        await ExecuteAsync(installation, "delete from digests; update digest_settings set next_due_at = now()");
        var (before, clock) = (sink.Count, Stopwatch.GetTimestamp());
        Enqueue<SweepDigestsJob>(installation, Queues.Digests, job => job.RunAsync(CancellationToken.None));
        await UntilAsync(installation, $"select count(*) = {runners} from digests where state = 'sent'");
        var took = Stopwatch.GetElapsedTime(clock);
        return sink.Count - before == runners ? took : throw new InvalidOperationException($"{sink.Count - before} mails instead of {runners}.");
    }

    private static void Enqueue<TJob>(Installation installation, string queue, Expression<Func<TJob, Task>> run) =>
        installation.App.Services.GetRequiredService<IBackgroundJobClient>().Enqueue(queue, run);

    private static async Task UntilAsync(Installation installation, string sql)
    {
        while (true)
        {
            await using (var session = await installation.Database.Source.OpenConnectionAsync())
            {
                if (await session.ExecuteScalarAsync<bool>(sql))
                    return;
            }

            await Task.Delay(100);
        }
    }

    private static async Task ExecuteAsync(Installation installation, string sql)
    {
        await using var session = await installation.Database.Source.OpenConnectionAsync();
        await session.ExecuteAsync(sql);
    }
}
