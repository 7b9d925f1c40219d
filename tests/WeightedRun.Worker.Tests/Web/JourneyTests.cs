using System.Net;
using Dapper;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>What runners and the operator come to do, from the first page to the last.</summary>
public sealed class JourneyTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_link_by_mail_signs_in_once_and_only_after_the_button()
    {
        await using var web = await WebCase.StartAsync(postgres);
        using var browser = web.Browser();
        Assert.Contains("Look into your mailbox", (await browser.SubmitAsync("sign-in", "sign-in", ("email", "ann@example.org"))).Text, StringComparison.Ordinal);
        var link = web.LinkTo("ann@example.org", "sign-in/");
        await browser.GetAsync(link);
        Assert.Equal(0, await web.Database.ScalarAsync<int>("select count(*) from runners"));

        var token = Browser.TokenOf((await browser.GetAsync(link)).Text, link);
        Assert.EndsWith("/week", (await browser.PostAsync(link, ("__RequestVerificationToken", token))).Location, StringComparison.Ordinal);
        using var thief = web.Browser();
        Assert.Equal(HttpStatusCode.Gone, (await thief.SubmitAsync(link, link)).Status);
        Assert.Equal(1, await web.Database.ScalarAsync<int>("select count(*) from runners"));
    }

    [Fact]
    public async Task Links_by_mail_run_dry_before_a_mailbox_is_full()
    {
        await using var web = await WebCase.StartAsync(postgres);
        using var browser = web.Browser();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync("sign-in", "sign-in", ("email", "ann@example.org"))).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SubmitAsync("sign-in", "sign-in", ("email", "ann@example.org"))).Status);
    }

    [Fact]
    public async Task Consent_comes_before_strava_and_strava_is_the_sign_in()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var athlete = web.Strava.AddAthlete(runs: 4);
        web.Strava.World.Consent = web.Strava.World.Consent with { Athlete = athlete.Id };
        using var browser = web.Browser();
        Assert.EndsWith("/", (await browser.GetAsync("connect/strava")).Location, StringComparison.Ordinal);
        Assert.Contains("Tick the box first", (await browser.SubmitAsync("", "connect/strava")).Text, StringComparison.Ordinal);

        Assert.EndsWith("/connect/strava", (await browser.SubmitAsync("", "connect/strava", ("agreed", "yes"))).Location, StringComparison.Ordinal);
        var away = await browser.GetAsync("connect/strava");
        using var back = await browser.Client.GetAsync(new Uri(away.Location!), TestContext.Current.CancellationToken);
        Assert.EndsWith("/welcome", (await browser.GetAsync(back.Headers.Location!.ToString())).Location, StringComparison.Ordinal);
        Assert.Contains("Strava is connected", (await browser.GetAsync("welcome")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await web.Database.ScalarAsync<int>("select count(*) from consents join connections using (runner_id) where consents.provider = 'strava' and given_at < connected_at"));

        Assert.Contains("Please read the notice", (await browser.SubmitAsync("welcome", "welcome", ("time_zone", "Europe/Berlin"), ("wants_digest", "yes"))).Text, StringComparison.Ordinal);
        var saved = await browser.SubmitAsync(
            "welcome", "welcome", ("email", "ann@example.org"), ("body_mass", "154 lb"), ("birth_year", "1984"), ("units", "metric"), ("time_zone", "Europe/Berlin"), ("weekday", "0"), ("hour", "19"), ("wants_digest", "yes"), ("health_notice", "yes"));
        Assert.EndsWith("/week", saved.Location, StringComparison.Ordinal);
        Assert.Equal("1984 Europe/Berlin 0 19 69.9", await web.Database.ScalarAsync<string>(
            "select birth_year || ' ' || time_zone || ' ' || weekday || ' ' || hour || ' ' || round((select mass_kg from body_mass_entries where source = 'runner')::numeric, 1) from runners join digest_settings using (runner_id)"));
        Assert.Contains("ann@example.org is not confirmed yet", (await browser.GetAsync("week")).Text, StringComparison.Ordinal);
        Assert.NotEmpty(web.LinkTo("ann@example.org", "confirm/"));
    }

    [Fact]
    public async Task An_upload_is_read_and_says_what_was_not()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (browser, _) = await web.SignInAsync("ann@example.org");
        var report = (await browser.UploadAsync("../../run.gpx", RunPagesTests.Gpx("Vest 8 kg", RunPagesTests.DaysAgo(9)))).Location!;
        Assert.Contains("All of it was read", (await browser.GetAsync(report)).Text, StringComparison.Ordinal);
        Assert.Contains("vest 8.0 kg", (await browser.GetAsync("runs")).Text, StringComparison.Ordinal);
        var broken = (await browser.UploadAsync("run.fit", [1, 2, 3])).Location!;
        Assert.Contains("Nothing could be read", (await browser.GetAsync(broken)).Text, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task An_upload_that_takes_long_is_waited_for_on_a_page_that_looks_again_by_itself()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (browser, runner) = await web.SignInAsync("ann@example.org");
        string waiting;
        await using (var connection = await web.Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            // Nothing can be stored as long as this stands.
            await connection.ExecuteAsync("select from runners where runner_id = @runner for no key update", new { runner });
            waiting = (await browser.UploadAsync("run.gpx", RunPagesTests.Gpx("Vest 8 kg", RunPagesTests.DaysAgo(9)))).Location!;
            var page = (await browser.GetAsync(waiting)).Text;
            Assert.Contains("Reading your files", page, StringComparison.Ordinal);
            Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        }

        await StravaCase.UntilAsync("the upload is read", async () => (await browser.GetAsync(waiting)).Text.Contains("All of it was read", StringComparison.Ordinal));
        Assert.Contains("vest 8.0 kg", (await browser.GetAsync("runs")).Text, StringComparison.Ordinal);

        await web.Database.ExecuteAsync("update uploads set is_reading = true, uploaded_at = now() - interval '31 minutes'");
        Assert.Contains("The reading was interrupted", (await browser.GetAsync(waiting)).Text, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task Everything_is_deleted_at_the_providers_too_with_a_receipt_by_mail()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (browser, runner) = await web.SignInAsync("ann@example.org");
        var athlete = web.Strava.AddAthlete(runs: 2);
        await web.ConnectAsync(browser, athlete);
        Assert.Equal(runner.Value, await web.Database.ScalarAsync<long>("select runner_id from connections"));
        Assert.Contains("Strava", (await browser.GetAsync("data/weightedrun.json")).Text, StringComparison.OrdinalIgnoreCase);

        Assert.Contains("Type DELETE", (await browser.SubmitAsync("delete", "delete", ("word", "yes"))).Text, StringComparison.Ordinal);
        Assert.EndsWith("/gone", (await browser.SubmitAsync("delete", "delete", ("word", "delete"))).Location, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await browser.GetAsync("week")).Location!, StringComparison.Ordinal);
        await StravaCase.UntilAsync("the runner is gone", async () => await web.Database.ScalarAsync<int>("select count(*) from runners") == 0);
        Assert.Equal(0, await web.Database.ScalarAsync<int>("select (select count(*) from activities) + (select count(*) from connections) + (select count(*) from consents)"));
        Assert.Null(web.Strava.World.Tokens.Find(web.Strava.Sandbox.App, athlete));
        var receipt = (await web.MailAsync("ann@example.org", "Your data at WeightedRun is deleted")).TextBody;
        Assert.Contains("activities: 2", receipt, StringComparison.Ordinal);
        Assert.Contains("connections: 1", receipt, StringComparison.Ordinal);
        Assert.Contains("runners: 1", receipt, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task The_operator_signs_in_by_password_or_by_mail_and_nobody_else_does()
    {
        await using var web = await WebCase.StartAsync(postgres);
        using var admin = await web.SignInAdminAsync();
        var page = await admin.GetAsync("admin");
        Assert.Contains("Operations", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("jobs")).Status);

        using var stranger = web.Browser();
        Assert.Contains("That is not the password", (await stranger.SubmitAsync("admin/sign-in", "admin/sign-in", ("password", "guess"))).Text, StringComparison.Ordinal);
        Assert.Contains("If that address is an admin", (await stranger.SubmitAsync("admin/sign-in", "admin/sign-in", ("email", "eve@example.org"))).Text, StringComparison.Ordinal);
        await stranger.SubmitAsync("admin/sign-in", "admin/sign-in", ("email", WebCase.AdminEmail));
        var link = web.LinkTo(WebCase.AdminEmail, "sign-in/");
        Assert.EndsWith("/admin", (await stranger.SubmitAsync(link, link)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await stranger.GetAsync($"admin/sign-in/{web.SignLink("sign-in", WebCase.AdminEmail)}")).Status);
    }
}
