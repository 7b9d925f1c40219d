using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

public sealed class SubscriptionTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_made_once_kept_and_made_again_when_strava_lost_it()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using var product = await strava.StartProductAsync();
        Assert.Equal([null, null, null, null], await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnsureAsync(product))));
        var made = strava.World.Subscriptions.Of(strava.Sandbox.App)!;
        Assert.Equal(1, strava.World.Calls.Of("POST /push_subscriptions"));

        Assert.True(strava.World.Subscriptions.Delete(strava.Sandbox.App, made.Id));
        Assert.Null(await EnsureAsync(product));
        Assert.NotEqual(made.Id, strava.World.Subscriptions.Of(strava.Sandbox.App)!.Id);
        Assert.Equal(made.CallbackUrl, strava.World.Subscriptions.Of(strava.Sandbox.App)!.CallbackUrl);
    }

    [Fact]
    public async Task Another_address_is_left_alone_unless_it_is_to_be_replaced()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using (var elsewhere = await strava.StartProductAsync())
            Assert.Null(await EnsureAsync(elsewhere));

        await strava.Database.ExecuteAsync("delete from subscriptions");
        await using var here = await strava.StartProductAsync();
        Assert.Contains("Strava__ReplacesForeignSubscription=true", await EnsureAsync(here), StringComparison.Ordinal);
        await using var mover = await strava.StartProductAsync(isPushedTo: true, ("Strava:ReplacesForeignSubscription", "true"));
        Assert.Null(await EnsureAsync(mover));
        Assert.StartsWith(mover.Address.ToString(), strava.World.Subscriptions.Of(strava.Sandbox.App)!.CallbackUrl.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_runs_are_polled_for()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using var product = await strava.StartProductAsync(isPushedTo: false);
        Assert.Contains("polled", await EnsureAsync(product), StringComparison.Ordinal);
        Assert.False(await product.RunAsync(services => services.GetRequiredService<StravaSubscription>().IsStandingAsync(Cancellation)));
    }

    private static Task<string?> EnsureAsync(Product product) => product.RunAsync(services => services.GetRequiredService<StravaSubscription>().EnsureAsync(Cancellation));
}
