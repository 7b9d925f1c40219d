using System.Globalization;
using Dapper;
using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Commands;
using WeightedRun.Worker.Tests.Mail;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;

namespace WeightedRun.Worker.Tests.Digest.Sending;

/// <summary>Real processes, killed around every change of state and around the SMTP dialogue; what is left is found after the lease.</summary>
[Collection(Scenarios.Name)]
public sealed class DigestKillTests(PostgresFixture postgres)
{
    private const long Gate = 4711;
    private static readonly string Keys = MasterKeys.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    // The process dies while its statement waits: PostgreSQL takes it back, or carries it out all the same.
    [InlineData("composing", false, "sent", 1)]
    [InlineData("composing", true, "sent", 1)]
    [InlineData("sending", false, "sent", 1)]
    [InlineData("sending", true, "ambiguous", 0)]
    [InlineData("sent", false, "ambiguous", 1)]
    [InlineData("sent", true, "sent", 1)]
    public async Task A_kill_at_a_change_of_state_makes_nobody_get_two(string state, bool isCarriedOut, string expected, int mails)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var sink = new SmtpSink();
        await AddRunnerAsync(database);
        await database.ExecuteAsync(
            $$"""
            create function wait_at_gate() returns trigger language plpgsql as $body$ begin perform pg_advisory_xact_lock({{Gate}}); return new; end $body$;
            create trigger gate before update of state on digests for each row when (new.state = '{{state}}') execute function wait_at_gate();
            """);
        await using (var gate = await database.Source.OpenConnectionAsync(Cancellation))
        {
            await gate.ExecuteAsync("select pg_advisory_lock(@Gate)", new { Gate });
            await using var worker = await StartAsync(database, sink);
            await SweepAsync(database);
            await StravaCase.UntilAsync("the worker stands at the gate", () => database.ScalarAsync<bool>(WaitingSql));
            worker.Kill();
            if (!isCarriedOut)
                await database.ExecuteAsync("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())");

            await gate.ExecuteAsync("select pg_advisory_unlock(@Gate)", new { Gate });
            await StravaCase.UntilAsync("the statement has ended", async () => !await database.ScalarAsync<bool>(WaitingSql));
        }

        await database.ExecuteAsync("drop trigger gate on digests");
        await AfterwardsAsync(database, sink, expected, mails);
    }

    [Theory]
    [InlineData("Recipient", "ambiguous", 0)]
    [InlineData("BodyRead", "ambiguous", 1)]
    public async Task A_kill_within_the_dialogue_is_written_down_and_never_repeated_blindly(string point, string expected, int mails)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var sink = new SmtpSink();
        await AddRunnerAsync(database);
        var (reached, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        sink.At = async at =>
        {
            if (at == Enum.Parse<SmtpPoint>(point))
            {
                reached.TrySetResult();
                await go.Task;
            }
        };
        await using (var worker = await StartAsync(database, sink))
        {
            await SweepAsync(database);
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
            worker.Kill();
            go.SetResult();
        }

        sink.At = _ => Task.CompletedTask;
        await AfterwardsAsync(database, sink, expected, mails);
    }

    /// <summary>The lease ends, another process comes: it sends what was certainly not sent, and leaves alone what may have been.</summary>
    private static async Task AfterwardsAsync(TestDatabase database, SmtpSink sink, string expected, int mails)
    {
        await database.ExecuteAsync("update digests set claimed_at = claimed_at - @Lease - interval '1 second' where claim is not null", new { DigestLedger.Lease });
        await using var worker = await StartAsync(database, sink);
        for (var n = 0; n < 2; n++)
        {
            await SweepAsync(database);
            await StravaCase.UntilAsync($"the digest is {expected}", async () => await database.ScalarAsync<string>("select state from digests") == expected);
        }

        await Task.Delay(500, Cancellation);
        Assert.Equal(expected, await database.ScalarAsync<string>("select state from digests"));
        Assert.Equal(mails, sink.Taken.Count);
        worker.Kill();
    }

    private const string WaitingSql = "select exists (select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))";

    private static async Task AddRunnerAsync(TestDatabase database) => await database.ExecuteAsync(
        """
        with ann as (insert into runners (email, email_confirmed_at, time_zone) values ('ann@example.org', now(), 'Europe/Berlin') returning runner_id)
        insert into digest_settings (runner_id, next_due_at) select runner_id, now() - interval '1 minute' from ann
        """);

    // The schedule does this every five minutes; the test is in a hurry.
    private static async Task SweepAsync(TestDatabase database)
    {
        await using var jobs = new ServiceCollection().AddLogging().AddJobs(database.Source, new ConfigurationBuilder().Build(), Roles.None).BuildServiceProvider();
        jobs.GetRequiredService<IBackgroundJobClient>().Enqueue<SweepDigestsJob>(Queues.Digests, job => job.RunAsync(CancellationToken.None));
    }

    private static Task<ServeProcess> StartAsync(TestDatabase database, SmtpSink sink) => ServeProcess.StartAsync(
        new Dictionary<string, string>
        {
            ["Database__ConnectionString"] = database.ConnectionString,
            ["Secrets__MasterKeys"] = Keys,
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Security"] = "None",
            ["Mail__From"] = "digest@runs.example.org",
            ["Jobs__PollInterval"] = "00:00:00.2",
        },
        "jobs");
}
