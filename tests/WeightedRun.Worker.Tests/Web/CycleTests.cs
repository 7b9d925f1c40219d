using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;
using StravaGear = WeightedRun.Sandbox.Strava.World.StravaGear;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>From connecting to disconnecting, with gear from Strava, an event and a digest between.</summary>
public sealed class CycleTests(PostgresFixture postgres)
{
    private const string Ann = "ann.of.the.cycle@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gear_of_strava_is_offered_and_what_the_runner_says_of_it_holds_for_events_too()
    {
        await using var web = await WebCase.StartAsync(postgres);
        using var browser = await ConnectedAsync(web);
        Assert.Contains("value=\"Black vest\"", (await browser.GetAsync("settings/loads")).Text, StringComparison.Ordinal);
        await SayGearAsync(browser);
        Assert.Equal(1, await WeighedAsync(web));

        await UploadAsync(web);
        Assert.Equal(2, await WeighedAsync(web));
    }

    [Fact]
    public async Task A_whole_cycle_leaves_no_token_no_key_and_no_secret_in_the_log_or_in_the_database()
    {
        await using var web = await WebCase.StartAsync(postgres);
        using var browser = await ConnectedAsync(web);
        await SayGearAsync(browser);
        await UploadAsync(web);
        var strava = web.Strava;
        var grant = strava.World.Tokens.Find(strava.Sandbox.App, strava.World.Athlete(strava.World.Consent.Athlete!.Value))!;
        List<string> secrets =
        [
            grant.AccessToken, grant.RefreshToken, strava.Sandbox.App.Secret, strava.World.Subscriptions.Of(strava.Sandbox.App)!.CallbackUrl.Segments[^1], WebCase.Password,
            .. strava.MasterKeys.Split(','), web.LinkTo(Ann, "sign-in/").Split('/')[^1], .. browser.Cookies.Where(cookie => cookie.Name.StartsWith("wr_", StringComparison.Ordinal)).Select(cookie => cookie.Value),
        ];
        await web.Database.ExecuteAsync("insert into digest_settings (runner_id, next_due_at) select runner_id, now() from runners on conflict (runner_id) do update set next_due_at = excluded.next_due_at");
        await web.Product.RunJobAsync<SweepDigestsJob>(job => job.RunAsync(Cancellation));
        var digest = await web.MailAsync(Ann, "Week ");
        secrets.AddRange(System.Text.RegularExpressions.Regex.Matches(digest.TextBody!, @"/(?:run|unsubscribe)/([\w-]{20,})").Select(link => link.Groups[1].Value));
        Assert.True(secrets.Count >= 11, $"{secrets.Count} secrets");
        Assert.All(secrets, secret => Assert.True(secret.Length > 10, "a secret to look for is too short to be found"));
        var during = await postgres.DumpAsync(web.Database.ConnectionString);

        var disconnect = $"connections/{WebCase.Text(await web.Database.ScalarAsync<long>("select connection_id from connections"))}/disconnect";
        await browser.SubmitAsync(disconnect, disconnect);
        await StravaCase.UntilAsync("Strava is disconnected", async () => await web.Database.ScalarAsync<int>("select count(*) from connections") == 0);
        var after = await postgres.DumpAsync(web.Database.ConnectionString);

        // What has to be there shows that the dump and the log tell of this cycle at all.
        Assert.Contains(Ann, during, StringComparison.Ordinal);
        Assert.Contains("Sentinel of the evening", during, StringComparison.Ordinal);
        Assert.DoesNotContain("Sentinel of the evening", after, StringComparison.Ordinal);
        Assert.NotEmpty(Product.Log.Lines);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, during + after, StringComparison.Ordinal));
        Assert.All([.. secrets, Ann, "Sentinel of the evening"], secret => Assert.DoesNotContain(Product.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static async Task<Browser> ConnectedAsync(WebCase web)
    {
        Assert.Null(await web.Product.RunAsync(services => services.GetRequiredService<StravaSubscription>().EnsureAsync(Cancellation)));
        var athlete = web.Strava.World.AddAthlete(new NewAthlete { Gear = [new StravaGear { Id = new GearId("g7"), Name = "Black vest" }] });
        web.Strava.World.Upload(athlete.Id, new NewActivity { Start = DateTimeOffset.UtcNow.AddDays(-8), Name = "Morning run", GearId = "g7" });
        var (browser, _) = await web.SignInAsync(Ann);
        await web.ConnectAsync(browser, athlete);
        await StravaCase.UntilAsync("the gear is known", async () => await web.Database.ScalarAsync<int>("select count(*) from activities where gear_name is not null") == 1);
        return browser;
    }

    private static Task<Answer> SayGearAsync(Browser browser) =>
        browser.SubmitAsync("settings/loads", "settings/loads", ("gear", "Black vest"), ("gear_kind", "vest"), ("gear_mass", "8"));

    private static async Task UploadAsync(WebCase web)
    {
        web.Strava.World.Upload(web.Strava.World.Consent.Athlete!.Value, new NewActivity { Start = DateTimeOffset.UtcNow.AddHours(-2), Name = "Sentinel of the evening", GearId = "g7" });
        await web.Strava.SettledAsync();
    }

    private static Task<int> WeighedAsync(WebCase web) => web.Database.ScalarAsync<int>("""select count(*) from activity_tags where source = 'gear' and pieces = '[{"kind": "vest", "kg": 8}]'""");
}
