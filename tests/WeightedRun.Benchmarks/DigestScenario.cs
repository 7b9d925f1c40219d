using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Tests.Mail;

namespace WeightedRun.Benchmarks;

/// <summary>
/// Everybody's Monday at once: the sweep finds so many due runners, each one's 180 days are read again from a stand-in for Strava (in a process of its own) with one new run
/// whose description is fetched, the digest is composed and goes over SMTP to a server in this process. Four workers, as the schedule starts them.
/// </summary>
internal static class DigestScenario
{
    private const int Workers = 4;

    public static async Task MeasureAsync(int runners)
    {
        using var strava = await StandInProcess.StartAsync(runners);
        await strava.LiftLimitsAsync();
        await using var sink = new SmtpSink { KeepsMails = false };
        await using var installation = await Installation.StartAsync(
            Roles.None,
            ("Strava:ApiBaseUrl", new Uri(strava.Address, "api/v3").ToString()),
            ("Strava:OAuthBaseUrl", new Uri(strava.Address, "oauth").ToString()),
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", sink.Port.ToString(CultureInfo.InvariantCulture)),
            ("Mail:Security", "None"),
            ("Mail:From", "digest@runs.example.org"));
        await PrepareAsync(installation, strava, runners);
        foreach (var athlete in await ReadAthletesAsync(installation))
            await strava.UploadAsync(athlete, DateTimeOffset.UtcNow.AddDays(-1), "Vest 8 kg");

        await strava.ForgetCallsAsync();
        GC.Collect();
        using var memory = new PeakMemory();
        var clock = Stopwatch.GetTimestamp();
        var services = installation.App.Services;
        var due = await services.GetRequiredService<DueSweep>().RunAsync(CancellationToken.None);
        var swept = Stopwatch.GetElapsedTime(clock);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => ActivatorUtilities.CreateInstance<SendDigestsJob>(services).RunAsync(CancellationToken.None))));
        var sent = Stopwatch.GetElapsedTime(clock);
        var calls = await strava.ReadCallsAsync();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            scenario = "digests",
            runners,
            due,
            mails = sink.Count,
            sweep_s = Math.Round(swept.TotalSeconds, 2),
            total_s = Math.Round(sent.TotalSeconds, 1),
            ms_per_digest = Math.Round(sent.TotalMilliseconds / runners, 2),
            resident_peak_mb = memory.PeakMegabytes,
            processor_s = Math.Round((Process.GetCurrentProcess().TotalProcessorTime - memory.ProcessorBefore).TotalSeconds, 1),
            list_reads = calls.GetValueOrDefault("GET /athlete/activities"),
            detail_reads = calls.GetValueOrDefault("GET /activities/{id}"),
        }));
    }

    /// <summary>Runners with addresses and half a year of runs, everything stored and described, and everybody due.</summary>
    public static async Task PrepareAsync(Installation installation, StandInProcess strava, int runners)
    {
        const int together = 200;
        for (var first = 0; first < runners; first += together)
        {
            var athletes = await strava.AddAthletesAsync(Math.Min(together, runners - first), seed: first + 1);
            await Parallel.ForEachAsync(athletes, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (athlete, cancellation) => await FillAsync(installation, strava, athlete, cancellation));
        }

        await using var session = await installation.Database.Source.OpenConnectionAsync();
        await session.ExecuteAsync("update activities set detail_fetched_at = fetched_at, detail_expires_at = expires_at");
        await session.ExecuteAsync(
            """
            update runners set email = 'runner' || runner_id || '@example' || (runner_id % 1000) || '.org', email_confirmed_at = now();
            insert into digest_settings (runner_id, next_due_at) select runner_id, now() - interval '1 minute' from runners;
            analyze
            """,
            commandTimeout: 300);
    }

    public static async Task<IReadOnlyList<long>> ReadAthletesAsync(Installation installation)
    {
        await using var session = await installation.Database.Source.OpenConnectionAsync();
        return (await session.QueryAsync<long>("select external_id::bigint from connections")).AsList();
    }

    private static async Task FillAsync(Installation installation, StandInProcess strava, long athlete, CancellationToken cancellation)
    {
        var services = installation.App.Services;
        var grant = await strava.ConnectAsync(athlete);
        var connection = await services.GetRequiredService<ConnectionStore>().ConnectAsync(
            new Authorization
            {
                Provider = "strava",
                ExternalId = athlete.ToString(CultureInfo.InvariantCulture),
                Scopes = ["read", "activity:read_all"],
                Tokens = new Tokens(grant.GetProperty("access_token").GetString()!, grant.GetProperty("refresh_token").GetString(), DateTimeOffset.UtcNow.AddHours(6)),
            },
            cancellation);
        await using var held = await services.GetRequiredService<ConnectionStore>().LockAsync(connection!.ConnectionId, TimeSpan.FromMinutes(1), cancellation);
        var now = DateTimeOffset.UtcNow;
        await services.GetRequiredService<StravaActivities>().ReadWindowAsync(held!, connection, new ListWindow(now.AddDays(-180), now), ApiPriority.Event, cancellation);
    }
}
