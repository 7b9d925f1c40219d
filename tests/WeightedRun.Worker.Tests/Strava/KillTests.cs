using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Tests.Commands;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

/// <summary>Real processes: one takes the events, two work, and of these one or the other is killed again and again; PostgreSQL falls over in between.</summary>
[Collection(Scenarios.Name)]
public sealed class KillTests
{
    private const int Events = 5000;
    private const int Kills = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_killed_twenty_times_and_a_database_restarted_on_the_way_change_nothing()
    {
        // A server of its own: it will be stopped the hard way.
        var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        try
        {
            await RunAsync(postgres);
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }

    private static async Task RunAsync(PostgresFixture postgres)
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        // What the tests' server does for speed would lose what was committed.
        await strava.Database.ExecuteAsync("do $$ begin execute format('alter database %I set synchronous_commit = on', current_database()); end $$");
        await using var web = await ServeProcess.StartAsync(SettingsOf(strava, null), "web");
        await using var jobs = new ServiceCollection().AddLogging().AddJobs(strava.Database.Source, new ConfigurationBuilder().Build(), Roles.None).BuildServiceProvider();
        var workers = new List<ServeProcess> { await StartWorkerAsync(strava, web), await StartWorkerAsync(strava, web) };
        var athletes = Enumerable.Range(0, 10).Select(_ => strava.AddAthlete(runs: 20)).ToList();
        await StravaCase.UntilAsync("Strava pushes", () => Task.FromResult(strava.World.Subscriptions.Of(strava.Sandbox.App) is not null));
        foreach (var athlete in athletes)
            await strava.ConnectAsync(web.Http.BaseAddress!, athlete);

        strava.World.Events.How = strava.World.Events.How with { DuplicateShare = 0.2, Disorder = TimeSpan.FromSeconds(2), Attempts = 20 };
        foreach (var (kind, share) in new[] { (FaultKind.Error, 0.02), (FaultKind.BadGateway, 0.01), (FaultKind.Cut, 0.01), (FaultKind.Timeout, 0.001) })
            strava.World.Faults.Add(new InjectedFault { Kind = kind, Share = share });

        var commotion = new Commotion(strava.World, athletes, seed: 11);
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var n = 0; n < Events / Kills; n++)
                commotion.Stir();

            Sweep(jobs);
            await Task.Delay(700, Cancellation);
            workers[kill % 2].Kill();
            workers[kill % 2] = await StartWorkerAsync(strava, web);
            if (kill == Kills / 2)
                await postgres.RestartAsync();
        }

        await strava.World.Events.WhenIdleAsync(Cancellation);
        await StravaCase.UntilAsync("nothing waits", async () =>
        {
            Sweep(jobs);
            await Task.Delay(500, Cancellation);
            return await strava.Database.ScalarAsync<bool>("select not exists (select from inbox where state = 'pending') and not exists (select from backfills where state = 'running')");
        }, TimeSpan.FromMinutes(5));

        Assert.Equal(0, strava.World.Events.GivenUp);
        Assert.Equal(commotion.Truth(), await Commotion.StoredAsync(strava.Database));
        Assert.Equal(await strava.Database.ScalarAsync<int>("select count(*) from activities"), await strava.Database.ScalarAsync<int>("select count(*) from activity_tags"));
        foreach (var worker in workers)
            await worker.DisposeAsync();
    }

    // The schedule does this once a minute; the test is in a hurry.
    private static void Sweep(ServiceProvider jobs)
    {
        try
        {
            var client = jobs.GetRequiredService<IBackgroundJobClient>();
            client.Enqueue<SweepStravaInboxJob>(Queues.Events, job => job.RunAsync(CancellationToken.None));
            client.Enqueue<ReviveStravaBackfillsJob>(Queues.Backfill, job => job.RunAsync(CancellationToken.None));
        }
        catch (BackgroundJobClientException)
        {
            // The database is just coming back.
        }
    }

    private static Task<ServeProcess> StartWorkerAsync(StravaCase strava, ServeProcess web) => ServeProcess.StartAsync(SettingsOf(strava, web.Http.BaseAddress), "jobs");

    private static Dictionary<string, string> SettingsOf(StravaCase strava, Uri? pushedTo) => new()
    {
        ["Database__ConnectionString"] = strava.Database.ConnectionString,
        ["Secrets__MasterKeys"] = strava.MasterKeys,
        ["Strava__ClientId"] = strava.Sandbox.App.Id.ToString(),
        ["Strava__ClientSecret"] = strava.Sandbox.App.Secret,
        ["Strava__ApiBaseUrl"] = new Uri(strava.Sandbox.BaseAddress, "api/v3").ToString(),
        ["Strava__OAuthBaseUrl"] = new Uri(strava.Sandbox.BaseAddress, "oauth").ToString(),
        ["Strava__AttemptTimeout"] = "00:00:05",
        ["Strava__RetryPauses__0"] = "00:00:01",
        ["Strava__RetryPauses__1"] = "00:00:02",
        ["Strava__RetryPauses__2"] = "00:00:03",
        ["Strava__RetryPauses__3"] = "00:00:04",
        ["Jobs__PollInterval"] = "00:00:00.5",
        ["Jobs__Workers"] = "6",
        ["Strava__PublicUrl"] = pushedTo?.ToString() ?? "",
    };
}
