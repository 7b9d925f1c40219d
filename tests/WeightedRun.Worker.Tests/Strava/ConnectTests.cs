using System.Net;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

[Collection(Scenarios.Name)]
public sealed class ConnectTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_backfill_event_stored_and_tagged_with_no_call_too_many()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        var athlete = strava.AddAthlete(runs: 450, apart: TimeSpan.FromHours(9));
        strava.World.Upload(athlete.Id, new NewActivity { Start = DateTimeOffset.UtcNow.AddDays(-200), Name = "Before the window" });
        await using var product = await strava.StartSubscribedProductAsync();

        var (status, page) = await strava.ConnectAsync(product, athlete);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Strava is connected", page, StringComparison.Ordinal);
        await strava.BackfilledAsync();

        Assert.Equal(450, await strava.Database.ScalarAsync<int>("select count(*) from activities"));
        Assert.Equal(150, await strava.Database.ScalarAsync<int>("select count(*) from activity_tags where outcome = 'weighted' and pieces @> '[{\"kind\": \"vest\", \"kg\": 8}]'"));
        Assert.Equal(3, strava.World.Calls.Of("GET /athlete/activities"));
        Assert.Equal(450, strava.World.Calls.Of("GET /activities/{id}"));
        Assert.Equal(1, strava.World.Calls.Of("GET /athlete"));
        Assert.Equal(70, await strava.Database.ScalarAsync<double>("select mass_kg from body_mass_entries where source = 'strava'"));
        strava.World.Calls.Clear();

        var run = strava.World.Upload(athlete.Id, new NewActivity { Start = DateTimeOffset.UtcNow.AddHours(-1), Name = "Evening run", Description = "with my weighted vest, 6 kg" });
        await strava.SettledAsync();
        Assert.Equal("weighted description", await strava.Database.ScalarAsync<string>(
            "select outcome || ' ' || tags.source from activity_tags as tags join activities using (activity_id) where external_id = @id", new { id = run.Id.ToString() }));
        Assert.Equal(1, strava.World.Calls.Total);
        Assert.Equal(1, strava.World.Calls.DetailReadsOf(run.Id));

        await Task.Delay(1500, Cancellation);
        Assert.Equal(1, strava.World.Calls.Total);
    }

    [Fact]
    public async Task Nothing_is_connected_when_the_runner_says_no_or_hides_his_runs()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        var athlete = strava.AddAthlete(runs: 1);
        await using var product = await strava.StartProductAsync();

        strava.World.Consent = new Consent { Mode = ConsentMode.Deny };
        Assert.Contains("Nothing was connected", (await strava.ConnectAsync(product, athlete)).Page, StringComparison.Ordinal);
        strava.World.Consent = new Consent { Mode = ConsentMode.Approve, Withheld = ["activity:read_all"] };
        var (_, page) = await strava.ConnectAsync(product, athlete);
        Assert.Contains("Your runs are not visible", page, StringComparison.Ordinal);
        Assert.Contains("connect/strava?ask=again", page, StringComparison.Ordinal);
        Assert.Equal(0, await strava.Database.ScalarAsync<int>("select count(*) from connections"));
    }

    [Fact]
    public async Task A_narrowed_consent_is_explained()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using var product = await strava.StartProductAsync();
        strava.World.Consent = new Consent { Mode = ConsentMode.Approve, Withheld = ["profile:read_all"] };
        Assert.Contains("your body weight is not known", (await strava.ConnectAsync(product, strava.AddAthlete(runs: 1))).Page, StringComparison.Ordinal);
        await strava.BackfilledAsync();
        Assert.Equal(0, strava.World.Calls.Of("GET /athlete"));
    }

    [Fact]
    public async Task A_full_an_inactive_and_a_wrong_application_are_told_apart_from_the_runners_fault()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using var product = await strava.StartProductAsync();
        var athlete = strava.AddAthlete(runs: 1);
        strava.Sandbox.App.AthleteCap = 0;
        Assert.Contains("no place left", (await strava.ConnectAsync(product, athlete)).Page, StringComparison.Ordinal);
        strava.Sandbox.App.AthleteCap = 10;
        strava.Sandbox.App.IsActive = false;
        Assert.Contains("switched this application off", (await strava.ConnectAsync(product, athlete)).Page, StringComparison.Ordinal);
        strava.Sandbox.App.IsActive = true;
        await using var wrong = await strava.StartProductAsync(isPushedTo: true, ("Strava:ClientSecret", "wrong"));
        Assert.Contains("does not know this application", (await strava.ConnectAsync(wrong, athlete)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_back_that_was_not_begun_in_this_browser_connects_nobody()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using var product = await strava.StartProductAsync();
        var code = strava.World.Tokens.IssueCode(strava.AddAthlete(runs: 1), strava.Sandbox.App, Scopes.Of(["activity:read_all"]));
        using var browser = new HttpClient();
        using var answer = await browser.GetAsync(new Uri(product.Address, $"connect/strava/callback?state=x&code={code}&scope=activity:read_all"), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await strava.Database.ScalarAsync<int>("select count(*) from connections"));
    }

    [Fact]
    public async Task Connecting_again_reuses_the_runner()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using var product = await strava.StartProductAsync();
        var athlete = strava.AddAthlete(runs: 3);
        await strava.ConnectAsync(product, athlete);
        await strava.BackfilledAsync();
        await strava.ConnectAsync(product, athlete, "connect/strava?ask=again");
        await strava.BackfilledAsync();
        Assert.Equal((1, 1, 3), (await strava.Database.QueryAsync<(int, int, int)>(
            "select (select count(*) from runners)::int, (select count(*) from connections)::int, (select count(*) from activities)::int"))[0]);
    }

    [Fact]
    public async Task No_token_and_no_secret_is_in_the_log_or_in_the_database()
    {
        await using var strava = await StravaCase.StartAsync(postgres);
        await using var product = await strava.StartSubscribedProductAsync();
        var athlete = strava.AddAthlete(runs: 2);
        await strava.ConnectAsync(product, athlete);
        await strava.BackfilledAsync();
        strava.World.Faults.Add(new() { Kind = WeightedRun.Sandbox.Strava.Faults.FaultKind.MalformedJson, Endpoint = "GET /activities/{id}", Times = 3 });
        strava.World.Upload(athlete.Id, new NewActivity { Start = DateTimeOffset.UtcNow });
        await strava.World.Events.WhenIdleAsync(Cancellation);

        var grant = strava.World.Tokens.Find(strava.Sandbox.App, athlete)!;
        string[] secrets = [grant.AccessToken, grant.RefreshToken, strava.Sandbox.App.Secret];
        var dump = await postgres.DumpAsync(strava.Database.ConnectionString);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, dump, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(Product.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }
}
