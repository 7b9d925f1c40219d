using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Strava;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.Push;
using WeightedRun.Sandbox.Strava.RateLimits;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Web;
using StravaAthlete = WeightedRun.Sandbox.Strava.World.StravaAthlete;

namespace WeightedRun.Worker.Tests.Strava;

/// <summary>One test's world: a stand-in for Strava, a database, and products between them.</summary>
internal sealed class StravaCase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public required TestDatabase Database { get; init; }

    public required StravaSandbox Sandbox { get; init; }

    public string MasterKeys { get; } = Worker.Storage.MasterKeys.Create();

    public TimeProvider Time { get; private init; } = TimeProvider.System;

    public StravaWorld World => Sandbox.World;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StravaCase> StartAsync(PostgresFixture postgres, TimeProvider? time = null)
    {
        var sandbox = await StravaSandbox.StartAsync(new Sandbox.Strava.StravaOptions { Clock = time ?? TimeProvider.System }, Cancellation);
        sandbox.World.Consent = new Consent { Mode = ConsentMode.Approve };
        sandbox.World.Events.How = new EventDelivery { RetryAfter = TimeSpan.FromSeconds(1) };
        sandbox.App.Rate.SetLimits(new RateLimit(1_000_000, 1_000_000), new RateLimit(1_000_000, 1_000_000));
        return new StravaCase { Database = await postgres.CreateDatabaseAsync(), Sandbox = sandbox, Time = time ?? TimeProvider.System };
    }

    public Task<Product> StartProductAsync(bool isPushedTo = true, params (string Key, string Value)[] settings) =>
        Product.StartAsync(Database, Sandbox, MasterKeys, Time, isPushedTo, settings);

    /// <summary>A product that Strava pushes to.</summary>
    public async Task<Product> StartSubscribedProductAsync(params (string Key, string Value)[] settings)
    {
        var product = await StartProductAsync(isPushedTo: true, settings);
        Assert.Null(await product.RunAsync(services => services.GetRequiredService<StravaSubscription>().EnsureAsync(Cancellation)));
        return product;
    }

    /// <summary>Runs, newest now; every third says in its title that it was weighted.</summary>
    public StravaAthlete AddAthlete(int runs, TimeSpan? apart = null)
    {
        var athlete = World.AddAthlete(new NewAthlete());
        var now = Time.GetUtcNow();
        for (var n = 0; n < runs; n++)
            World.Upload(athlete.Id, new NewActivity { Start = now - TimeSpan.FromHours(2) - (n * (apart ?? TimeSpan.FromHours(6))), Name = n % 3 == 0 ? "Weighted vest 8 kg" : $"Run {n}" });

        return athlete;
    }

    /// <summary>A browser that goes to Strava and back; returns the page it ends on.</summary>
    public Task<(HttpStatusCode Status, string Page)> ConnectAsync(Product product, StravaAthlete athlete, string path = "connect/strava") => ConnectAsync(product.Address, athlete, path);

    public async Task<(HttpStatusCode Status, string Page)> ConnectAsync(Uri product, StravaAthlete athlete, string path = "connect/strava")
    {
        World.Consent = World.Consent with { Athlete = athlete.Id };
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true });
        // Nobody is sent to Strava who has not agreed here; the answer of this form already is the whole way there and back.
        var token = Browser.TokenOf(await browser.GetStringAsync(product, Cancellation), "connect/strava");
        using var agreed = new FormUrlEncodedContent(new Dictionary<string, string> { ["agreed"] = "yes", ["__RequestVerificationToken"] = token });
        using var first = await browser.PostAsync(new Uri(product, "connect/strava"), agreed, Cancellation);
        if (path == "connect/strava")
            return (first.StatusCode, await first.Content.ReadAsStringAsync(Cancellation));

        using var answer = await browser.GetAsync(new Uri(product, path), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public Task BackfilledAsync(int connections = 1) => UntilAsync(
        "the history is read", async () => await Database.ScalarAsync<int>("select count(*) from backfills where state <> 'running'") == connections);

    /// <summary>Every event is delivered, and nothing of it waits.</summary>
    public async Task SettledAsync()
    {
        await World.Events.WhenIdleAsync(Cancellation);
        await UntilAsync("no event waits", async () => await Database.ScalarAsync<int>("select count(*) from inbox where state = 'pending'") == 0);
    }

    public static async Task UntilAsync(string what, Func<Task<bool>> isSo, TimeSpan? patience = null)
    {
        var deadline = DateTime.UtcNow + (patience ?? Patience);
        while (!await isSo())
        {
            if (DateTime.UtcNow > deadline)
                Assert.Fail($"Waited in vain until {what}. The last of the log:\n{string.Join('\n', Product.Log.Lines.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal)).TakeLast(20))}");

            await Task.Delay(50, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
    }
}
