using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

[Collection(Scenarios.Name)]
public sealed class CommotionTests(PostgresFixture postgres)
{
    private const int Events = 5000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_thousand_mixed_events_with_duplicates_disorder_and_faults_end_in_the_truth()
    {
        var clock = new SandboxClock(TimeProvider.System);
        await using var strava = await StravaCase.StartAsync(postgres, clock);
        await using var product = await strava.StartSubscribedProductAsync(("Strava:AttemptTimeout", "00:00:02"));
        var athletes = Enumerable.Range(0, 10).Select(_ => strava.AddAthlete(runs: 0)).ToList();
        foreach (var athlete in athletes)
            await strava.ConnectAsync(product, athlete);

        await strava.BackfilledAsync(connections: 10);
        strava.World.Events.How = strava.World.Events.How with { DuplicateShare = 0.2, Disorder = TimeSpan.FromSeconds(2), Attempts = 20 };
        foreach (var (kind, share) in new[] { (FaultKind.Error, 0.03), (FaultKind.BadGateway, 0.01), (FaultKind.MalformedJson, 0.01), (FaultKind.Cut, 0.01), (FaultKind.Timeout, 0.002), (FaultKind.RateLimited, 0.001) })
            strava.World.Faults.Add(new InjectedFault { Kind = kind, Share = share });

        var commotion = new Commotion(strava.World, athletes, seed: 7);
        for (var n = 0; n < Events; n++)
        {
            commotion.Stir();
            if (n % 100 == 0)
                await Task.Delay(20, Cancellation);
        }

        await strava.World.Events.WhenIdleAsync(Cancellation);
        await StravaCase.UntilAsync("nothing waits", async () => await IsSettledAsync(strava, product, clock), TimeSpan.FromMinutes(5));

        Assert.Equal(0, strava.World.Events.GivenUp);
        Assert.True(strava.World.Faults.Struck > 50);
        Assert.Equal(commotion.Truth(), await Commotion.StoredAsync(strava.Database));
        Assert.Equal(await strava.Database.ScalarAsync<int>("select count(*) from activities"), await strava.Database.ScalarAsync<int>("select count(*) from activity_tags"));
        Assert.Empty(await strava.Database.QueryAsync<string>("select object_external_id || ' ' || aspect || ' ' || attempts || ' ' || state_reason || ' ' || occurred_at || ' ' || handled_at from inbox where state = 'parked'"));
    }

    /// <summary>Where all that waits waits for a time to come, it comes at once.</summary>
    private static async Task<bool> IsSettledAsync(StravaCase strava, Product product, SandboxClock clock)
    {
        await product.RunJobAsync<SweepStravaInboxJob>(job => job.RunAsync(Cancellation));
        await Task.Delay(300, Cancellation);
        var now = clock.GetUtcNow();
        if (await strava.Database.ScalarAsync<bool>("select exists (select from inbox where state = 'pending' and due_at <= @now)", new { now }))
            return false;

        if (await strava.Database.ScalarAsync<DateTime?>("select min(due_at) from inbox where state = 'pending'") is not { } due)
            return true;

        clock.Advance(new DateTimeOffset(due) - now + TimeSpan.FromMilliseconds(1));
        return false;
    }
}
