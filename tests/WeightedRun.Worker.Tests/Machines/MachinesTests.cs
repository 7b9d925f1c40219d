using System.Globalization;
using System.Text.RegularExpressions;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Mail;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;
using StravaAthlete = WeightedRun.Sandbox.Strava.World.StravaAthlete;

namespace WeightedRun.Worker.Tests.Machines;

/// <summary>Two web processes behind a load balancer and three workers on one PostgreSQL, one or the other of them killed at random all the time, through everybody's week.</summary>
[Collection(Scenarios.Name)]
public sealed partial class MachinesTests(PostgresFixture postgres)
{
    private const int Runners = 2000;
    private const int Changes = 3000;

    private const int JobsOfOneWorker = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_week_of_two_thousand_runners_on_machines_that_come_and_go_loses_nothing_and_says_nothing_twice()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await strava.Database.ExecuteAsync("do $$ begin execute format('alter database %I set synchronous_commit = on', current_database()); end $$");
        strava.Sandbox.App.AthleteCap = Runners;
        await using var sink = new SmtpSink();
        await using var machines = await Machines.StartAsync(door => SettingsOf(strava, sink, door), webs: 2, workers: 3);
        await using var desk = await DeskAsync(strava);
        var athletes = await ConnectAsync(strava, desk);
        await StravaCase.UntilAsync("Strava pushes", () => Task.FromResult(strava.World.Subscriptions.Of(strava.Sandbox.App) is not null));

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var chance = new Random(5);
        var comingAndGoing = ComeAndGoAsync(machines, chance, end.Token);
        var commotion = await WeekAsync(strava, desk, athletes);
        await MondayAsync(strava, desk);
        await end.CancelAsync();
        await comingAndGoing;

        await AfterwardsAsync(strava, machines, desk);
        await AssertNothingLostAsync(strava, commotion);
        await AssertEachMailOnceAsync(strava, sink, machines.Kills);
    }

    private static async Task ComeAndGoAsync(Machines machines, Random chance, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await machines.ReplaceOneAsync(chance);
            await Task.Delay(chance.Next(1000, 3000), CancellationToken.None);
        }
    }

    /// <summary>Runs are recorded, renamed, hidden and deleted, events come twice and in disorder, and everybody's history is compared as it is every day.</summary>
    private static async Task<Commotion> WeekAsync(StravaCase strava, WebApplication desk, IReadOnlyList<StravaAthlete> athletes)
    {
        strava.World.Events.How = strava.World.Events.How with { DuplicateShare = 0.1, Disorder = TimeSpan.FromSeconds(2), Attempts = 20 };
        foreach (var (kind, share) in new[] { (FaultKind.Error, 0.01), (FaultKind.BadGateway, 0.005), (FaultKind.Cut, 0.005) })
            strava.World.Faults.Add(new InjectedFault { Kind = kind, Share = share });

        Enqueue<SweepStravaConnectionsJob>(desk, Queues.Reconcile, job => job.RunAsync(CancellationToken.None));
        var commotion = new Commotion(strava.World, athletes, seed: 3);
        for (var n = 0; n < Changes; n++)
        {
            commotion.Stir();
            if (n % 50 == 0)
                await Task.Delay(100, Cancellation);
        }

        await strava.World.Events.WhenIdleAsync(Cancellation);
        await StravaCase.UntilAsync("no event waits", async () =>
        {
            Enqueue<SweepStravaInboxJob>(desk, Queues.Events, job => job.RunAsync(CancellationToken.None));
            await Task.Delay(1000, Cancellation);
            return await strava.Database.ScalarAsync<bool>("select not exists (select from inbox where state = 'pending')");
        }, TimeSpan.FromMinutes(5));
        return commotion;
    }

    /// <summary>Everybody's digest is due; what the schedule does every five minutes is done every second.</summary>
    private static async Task MondayAsync(StravaCase strava, WebApplication desk)
    {
        await strava.Database.ExecuteAsync(
            """
            update runners set email = 'runner' || external_id || '@example' || (external_id::bigint % 500) || '.org', email_confirmed_at = now(), time_zone = 'Europe/Berlin'
            from connections where connections.runner_id = runners.runner_id;
            insert into digest_settings (runner_id, next_due_at) select runner_id, now() from runners
            """);
        await StravaCase.UntilAsync("every digest is sent or lies with a dead worker", async () =>
        {
            await SweepAsync(strava, desk);
            return await strava.Database.ScalarAsync<int>("select count(*) from digests where state in ('sent', 'ambiguous') or claimed_at < now() - interval '20 seconds'") == Runners;
        }, TimeSpan.FromMinutes(5));
    }

    /// <summary>All stop; the leases of the dead end; the next to start take up what they left.</summary>
    private static async Task AfterwardsAsync(StravaCase strava, Machines machines, WebApplication desk)
    {
        await machines.StopWorkersAsync();
        await strava.Database.ExecuteAsync("update digests set claimed_at = claimed_at - @Lease - interval '1 second' where claim is not null", new { DigestLedger.Lease });
        await machines.StartWorkersAsync();
        await StravaCase.UntilAsync("every digest has come to its end", async () =>
        {
            await SweepAsync(strava, desk);
            return await strava.Database.ScalarAsync<int>("select count(*) from digests where state in ('sent', 'ambiguous')") == Runners;
        });
    }

    private static async Task AssertNothingLostAsync(StravaCase strava, Commotion commotion)
    {
        Assert.Equal(0, strava.World.Events.GivenUp);
        Assert.Equal(commotion.Truth(), await Commotion.StoredAsync(strava.Database));
        Assert.Equal(await strava.Database.ScalarAsync<int>("select count(*) from activities"), await strava.Database.ScalarAsync<int>("select count(*) from activity_tags"));
    }

    private static async Task AssertEachMailOnceAsync(StravaCase strava, SmtpSink sink, int kills)
    {
        var mails = sink.Taken;
        Assert.Equal(mails.Count, mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(Runners, await strava.Database.ScalarAsync<int>("select count(distinct runner_id) from digests"));
        Assert.Equal(Runners, await strava.Database.ScalarAsync<int>("select count(*) from digests"));
        var addresses = mails.Select(mail => mail.Recipient).ToHashSet();
        Assert.Empty((await strava.Database.QueryAsync<string>("select email from digests join runners using (runner_id) where state = 'sent'")).Except(addresses));

        // A worker can die between the mail server's answer and writing it down: such a digest is held for an admin, and there are few.
        var ambiguous = await strava.Database.ScalarAsync<int>("select count(*) from digests where state = 'ambiguous'");
        Assert.InRange(ambiguous, 0, kills * JobsOfOneWorker);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {mails.Count} mails, {ambiguous} held for an admin");

        var named = 0;
        foreach (var (recipient, bytes) in mails)
        {
            using var mail = MimeMessage.Load(new MemoryStream(bytes));
            var runner = recipient["runner".Length..recipient.IndexOf('@', StringComparison.Ordinal)];
            var owners = Owned().Matches(mail.TextBody!).Select(match => match.Groups["owner"].Value).Distinct().ToList();
            Assert.All(owners, owner => Assert.Equal(runner, owner));
            named += owners.Count;
        }

        Assert.True(named > Runners / 2, "Few of the mails name a run, so they prove little.");
    }

    private static async Task SweepAsync(StravaCase strava, WebApplication desk)
    {
        // Nobody waits for a pause to be over.
        await strava.Database.ExecuteAsync("update digests set next_try_at = now() where state = 'pending'");
        Enqueue<SweepDigestsJob>(desk, Queues.Digests, job => job.RunAsync(CancellationToken.None));
        await Task.Delay(1000, Cancellation);
    }

    private static void Enqueue<TJob>(WebApplication desk, string queue, System.Linq.Expressions.Expression<Func<TJob, Task>> run) =>
        desk.Services.GetRequiredService<IBackgroundJobClient>().Enqueue(queue, run);

    /// <summary>The product's own parts, to connect runners and ask for jobs without a process that could be killed.</summary>
    private static async Task<WebApplication> DeskAsync(StravaCase strava)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var database = await Worker.Storage.Database.OpenAsync(new DatabaseOptions { ConnectionString = strava.Database.ConnectionString }, _ => { }, Cancellation);
        var keys = await Secrets.OpenAsync(database.Source, new SecretsOptions { MasterKeys = strava.MasterKeys }, new DatabaseOptions(), _ => { }, Cancellation);
        builder.AddWeightedRun(database, keys, Roles.None);
        return builder.Build();
    }

    private static async Task<IReadOnlyList<StravaAthlete>> ConnectAsync(StravaCase strava, WebApplication desk)
    {
        var connections = desk.Services.GetRequiredService<ConnectionStore>();
        var athletes = new List<StravaAthlete>();
        for (var n = 0; n < Runners; n++)
        {
            var athlete = strava.World.AddAthlete(new NewAthlete());
            athletes.Add(athlete);
            for (var day = 1; day <= 12; day += 2)
                strava.World.Upload(athlete.Id, new NewActivity { Start = strava.Time.GetUtcNow().AddDays(-day), Name = $"Weighted vest {4 + (n % 8)} kg of {athlete.Id}" });

            var pair = strava.World.Tokens.Connect(strava.Sandbox.App, athlete, Scopes.Of(["read", "activity:read_all", "profile:read_all"]))!;
            await connections.ConnectAsync(
                new Authorization
                {
                    Provider = StravaOptions.Provider,
                    ExternalId = athlete.Id.ToString(),
                    Scopes = ["read", "activity:read_all", "profile:read_all"],
                    Tokens = new Tokens(pair.AccessToken, pair.RefreshToken, pair.ExpiresAt),
                },
                Cancellation);
        }

        return athletes;
    }

    private static Dictionary<string, string> SettingsOf(StravaCase strava, SmtpSink sink, Uri door) => new()
    {
        ["Database__ConnectionString"] = strava.Database.ConnectionString,
        ["Secrets__MasterKeys"] = strava.MasterKeys,
        ["Strava__ClientId"] = strava.Sandbox.App.Id.ToString(),
        ["Strava__ClientSecret"] = strava.Sandbox.App.Secret,
        ["Strava__ApiBaseUrl"] = new Uri(strava.Sandbox.BaseAddress, "api/v3").ToString(),
        ["Strava__OAuthBaseUrl"] = new Uri(strava.Sandbox.BaseAddress, "oauth").ToString(),
        ["Strava__PublicUrl"] = door.ToString(),
        ["Strava__RetryPauses__0"] = "00:00:01",
        ["Strava__RetryPauses__1"] = "00:00:02",
        ["Strava__RetryPauses__2"] = "00:00:03",
        ["Strava__RetryPauses__3"] = "00:00:04",
        ["Jobs__PollInterval"] = "00:00:00.5",
        ["Jobs__Workers"] = JobsOfOneWorker.ToString(CultureInfo.InvariantCulture),
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail__Security"] = "None",
        ["Mail__From"] = "digest@runs.example.org",
    };

    [GeneratedRegex(@"kg of (?<owner>\d+)")]
    private static partial Regex Owned();
}
