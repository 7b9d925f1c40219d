using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPartner.Notices;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Commands;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;

namespace WeightedRun.Worker.Tests.Garmin;

/// <summary>Real processes: one takes notifications, two work, and of these one or the other is killed again and again.</summary>
[Collection(Scenarios.Name)]
public sealed class GarminKillTests(PostgresFixture postgres)
{
    private const int Kills = 6;
    private const int RunsPerKill = 25;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_that_are_killed_lose_no_run_and_count_none_twice()
    {
        await using var garmin = await GarminCase.StartAsync(postgres, TimeProvider.System);
        garmin.Partner.Sender.How = new NoticeDelivery { RetryAfter = TimeSpan.FromSeconds(1), ItemsPerBody = 7, Copies = 2 };
        await using var web = await ServeProcess.StartAsync(SettingsOf(garmin), "web");
        await using var jobs = new ServiceCollection().AddLogging().AddJobs(garmin.Database.Source, new ConfigurationBuilder().Build(), Roles.None).BuildServiceProvider();
        var workers = new List<ServeProcess> { await ServeProcess.StartAsync(SettingsOf(garmin), "jobs"), await ServeProcess.StartAsync(SettingsOf(garmin), "jobs") };
        await garmin.ConnectPartnerAsync(web.Http.BaseAddress!, NoticeMode.Ping);
        ConnectionId personal;
        await using (var product = await garmin.StartProductAsync())
            personal = await garmin.ConnectPersonalAsync(product, new RunnerId(await garmin.Database.ScalarAsync<long>("select runner_id from runners")));

        garmin.Personal.Faults.Add(new InjectedFault { Kind = FaultKind.Cut, Times = 5 });
        garmin.Partner.Faults.Add(new InjectedFault { Kind = FaultKind.BadGateway, Endpoint = "GET /activities", Times = 8 });

        var start = DateTimeOffset.UtcNow.AddDays(-100);
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var n = 0; n < RunsPerKill; n++)
            {
                // The same run, known to both of Garmin's APIs.
                var run = new NewGarminActivity { StartsAt = start = start.AddHours(12), PackGrams = n % 5 == 0 ? 8000 : null, DistanceMeters = 8000 + n };
                garmin.Personal.Upload(garmin.Runner, run);
                garmin.Partner.Upload(garmin.Runner, run);
            }

            await garmin.Database.ExecuteAsync("update connections set last_reconciled_at = now() - interval '2 days' where connection_id = @personal", new { personal });
            Sweep(jobs);
            await Task.Delay(1500, Cancellation);
            workers[kill % 2].Kill();
            workers[kill % 2] = await ServeProcess.StartAsync(SettingsOf(garmin), "jobs");
        }

        await garmin.Partner.Sender.WhenIdleAsync(Cancellation);
        await StravaCase.UntilAsync("nothing waits", async () =>
        {
            await garmin.Database.ExecuteAsync("update connections set last_reconciled_at = now() - interval '2 days' where connection_id = @personal", new { personal });
            await garmin.Database.ExecuteAsync("update garmin_notices set due_at = now() where state = 'pending'");
            Sweep(jobs);
            await Task.Delay(1000, Cancellation);
            return await garmin.Database.ScalarAsync<bool>(
                """
                select not exists (select from garmin_notices where state = 'pending')
                   and (select count(*) from activities where source = 'garmin-personal') = @all and (select count(*) from activities where source = 'garmin-partner') = @all
                """,
                new { all = Kills * RunsPerKill });
        });

        var runs = await garmin.ReadRunsAsync();
        Assert.Equal((Kills * RunsPerKill, Kills * 5), (runs.Count, runs.Count(run => run.Activity.Load is not null)));
        Assert.Equal(0, await garmin.Database.ScalarAsync<int>("select count(*) from activities left join activity_tags using (activity_id) where activity_tags.activity_id is null"));
        Assert.Equal(0, await garmin.Database.ScalarAsync<int>("select count(*) from connections where state = 'broken'"));
        // A file answers once: a process that dies between the answer and the row loses that one recording, never the run.
        var files = await garmin.Database.QueryAsync<string>("select state || coalesce(': ' || state_reason, '') from garmin_notices where kind = 'activity_file' and state <> 'done'");
        Assert.True(files.Count <= Kills && files.All(file => file.StartsWith("parked: the file was fetched before", StringComparison.Ordinal)), string.Join('\n', files));
        foreach (var worker in workers)
            await worker.DisposeAsync();
    }

    // The schedule does this by itself; the test is in a hurry.
    private static void Sweep(ServiceProvider jobs)
    {
        var client = jobs.GetRequiredService<IBackgroundJobClient>();
        client.Enqueue<SweepGarminNoticesJob>(Queues.Events, job => job.RunAsync(CancellationToken.None));
        client.Enqueue<SweepGarminPersonalJob>(Queues.Reconcile, job => job.RunAsync(CancellationToken.None));
        client.Enqueue<SweepGarminPartnerJob>(Queues.Reconcile, job => job.RunAsync(CancellationToken.None));
    }

    private static Dictionary<string, string> SettingsOf(GarminCase garmin)
    {
        var settings = garmin.Settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        settings["Database__ConnectionString"] = garmin.Database.ConnectionString;
        settings["Secrets__MasterKeys"] = garmin.Strava.MasterKeys;
        settings["Jobs__PollInterval"] = "00:00:00.5";
        settings["Jobs__Workers"] = "6";
        return settings;
    }
}
