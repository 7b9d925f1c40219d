using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

public sealed class TokenTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_products_refreshing_one_token_at_once_make_one_call_and_both_go_on()
    {
        var clock = new SandboxClock(TimeProvider.System);
        await using var strava = await StravaCase.StartAsync(postgres, clock);
        await using var first = await strava.StartProductAsync();
        await using var second = await strava.StartProductAsync();
        var athlete = strava.AddAthlete(runs: 2);
        await strava.ConnectAsync(first, athlete);
        await strava.BackfilledAsync();
        var connection = await ConnectionOfAsync(strava);
        clock.Advance(TimeSpan.FromHours(5.5));
        strava.World.Calls.Clear();

        Product[] products = [first, second];
        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => products[n % 2].RunAsync(services => GetTokenAsync(services, connection)), Cancellation)));
        Assert.Equal(1, strava.World.Calls.Of("POST /oauth/token refresh_token"));
        Assert.Equal(strava.World.Tokens.Find(strava.Sandbox.App, athlete)!.AccessToken, Assert.Single(tokens.Distinct()));
        Assert.Equal("active", await strava.Database.ScalarAsync<string>("select state from connections"));
    }

    [Fact]
    public async Task A_token_with_more_than_an_hour_left_is_not_refreshed()
    {
        var clock = new SandboxClock(TimeProvider.System);
        await using var strava = await StravaCase.StartAsync(postgres, clock);
        await using var product = await strava.StartProductAsync();
        await strava.ConnectAsync(product, strava.AddAthlete(runs: 1));
        await strava.BackfilledAsync();
        clock.Advance(TimeSpan.FromHours(4.9));
        strava.World.Calls.Clear();
        await product.RunJobAsync<SyncStravaJob>(async job => await job.RunAsync(await ConnectionOfAsync(strava), Cancellation));
        Assert.Equal((0, 1), (strava.World.Calls.Of("POST /oauth/token refresh_token"), strava.World.Calls.Of("GET /athlete/activities")));
    }

    [Fact]
    public async Task A_dead_token_breaks_the_connection_and_a_lapsed_application_does_not()
    {
        var clock = new SandboxClock(TimeProvider.System);
        await using var strava = await StravaCase.StartAsync(postgres, clock);
        await using var product = await strava.StartProductAsync(isPushedTo: false);
        var athlete = strava.AddAthlete(runs: 1);
        await strava.ConnectAsync(product, athlete);
        await strava.BackfilledAsync();
        var connection = await ConnectionOfAsync(strava);

        clock.Advance(TimeSpan.FromHours(30));
        strava.Sandbox.App.IsActive = false;
        var later = await Assert.ThrowsAsync<RetryLaterException>(() => product.RunJobAsync<ReconcileStravaJob>(job => job.RunAsync(connection, Cancellation)));
        Assert.InRange(later.Until, clock.GetUtcNow().AddMinutes(55), clock.GetUtcNow().AddMinutes(65));
        Assert.Equal("active", await strava.Database.ScalarAsync<string>("select state from connections"));

        strava.Sandbox.App.IsActive = true;
        strava.World.Deauthorize(strava.World.Tokens.Find(strava.Sandbox.App, athlete)!);
        await product.RunJobAsync<ReconcileStravaJob>(job => job.RunAsync(connection, Cancellation));
        Assert.Equal("broken revoked", await strava.Database.ScalarAsync<string>("select state || ' ' || state_reason from connections"));
    }

    private static async Task<string> GetTokenAsync(IServiceProvider services, ConnectionId connection)
    {
        await using var held = await services.GetRequiredService<ConnectionStore>().LockAsync(connection, TimeSpan.FromSeconds(30), Cancellation);
        return await services.GetRequiredService<StravaTokens>().GetAsync(held!, connection, Cancellation);
    }

    private static async Task<ConnectionId> ConnectionOfAsync(StravaCase strava) => new(await strava.Database.ScalarAsync<long>("select connection_id from connections"));
}
