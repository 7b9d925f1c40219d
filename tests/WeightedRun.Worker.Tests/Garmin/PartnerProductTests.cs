using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPartner.Notices;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Garmin;

/// <summary>From Garmin's consent page to the training log: the whole product, a real database, HTTP both ways.</summary>
public sealed class PartnerProductTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(NoticeMode.Push))]
    [InlineData(nameof(NoticeMode.Ping))]
    public async Task A_run_comes_with_its_recording_and_is_known_by_the_number_of_its_delivery(string mode)
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPartnerAsync(product.Address, Enum.Parse<NoticeMode>(mode));
        garmin.Partner.Upload(garmin.Runner, new NewGarminActivity { Name = "Weighted vest 8 kg" });
        await garmin.SettledAsync();
        var run = Assert.Single(await garmin.ReadRunsAsync());
        Assert.Equal(["garmin-partner", "garmin-partner-file"], run.Recordings.Select(id => id.Value.Split(':')[0]).Order());
        Assert.Equal((8.0, "Garmin fenix 7"), (Assert.Single(run.Activity.Load!.Pieces).Mass?.Kilograms, run.Attribution));
        Assert.Matches("garmin_ping_[0-9]{12} ", await garmin.Database.ScalarAsync<string>("select external_ids from activities where source = 'garmin-partner-file'"));
        Assert.Equal(0, await garmin.Database.ScalarAsync<int>("select count(*) from garmin_notices where words_encrypted is not null or file_encrypted is not null"));
    }

    [Fact]
    public async Task An_edit_and_an_edit_taken_back_end_as_they_stand_at_Garmin()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPartnerAsync(product.Address);
        var run = garmin.Partner.Upload(garmin.Runner, new());
        foreach (var (title, outcome) in new[] { ("Weighted vest 8 kg", "weighted"), ("Easy", "not_weighted"), ("Weighted vest 8 kg", "weighted") })
        {
            garmin.Partner.Edit(run.Id, title, null);
            await garmin.SettledAsync();
            Assert.Equal((title, outcome), (await garmin.Database.ScalarAsync<string>("select title from activities where source = 'garmin-partner'"),
                await garmin.Database.ScalarAsync<string>("select outcome from activity_tags join activities using (activity_id) where activities.source = 'garmin-partner'")));
        }
    }

    [Fact]
    public async Task Notifications_at_another_address_or_for_another_application_find_nobody()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPartnerAsync(product.Address);
        const string Body = """{"activities":[]}""";
        Assert.Equal(HttpStatusCode.NotFound, await garmin.Partner.Sender.PostAsync(new Uri(product.Address, "webhooks/garmin/" + new string('t', 40)), Body, Cancellation));
        Assert.Equal(HttpStatusCode.OK, await garmin.Partner.Sender.PostAsync(GarminCase.NoticeUrl(product.Address), Body, Cancellation));
        Assert.Equal(HttpStatusCode.BadRequest, await garmin.Partner.Sender.PostAsync(GarminCase.NoticeUrl(product.Address), Body[..9], Cancellation));
        using var http = new HttpClient();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, GarminCase.NoticeUrl(product.Address)) { Content = new StringContent(Body), Headers = { { "garmin-client-id", "another" } } };
        using var answer = await http.SendAsync(foreign, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Ten_megabytes_of_five_hundred_users_leave_the_rows_of_the_one_who_is_connected()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPartnerAsync(product.Address);
        await garmin.Database.ExecuteAsync("update connections set external_id = @user where connection_id = @connection", new { user = $"{7:x32}", connection });
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var body = LargeBody.Of(garmin.Partner, 10);
        Assert.Equal(HttpStatusCode.OK, await garmin.Partner.Sender.PostAsync(GarminCase.NoticeUrl(product.Address), body, Cancellation));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"Garmin waits for 30 s, and this took {clock.Elapsed}");
        await garmin.SettledAsync();
        var count = System.Text.RegularExpressions.Regex.Count(body, $"\"userId\":\"{7:x32}\"");
        Assert.True(count > 20);
        Assert.Equal((count, count), (await garmin.Database.ScalarAsync<int>("select count(*) from garmin_notices"), await garmin.Database.ScalarAsync<int>("select count(*) from activities")));
    }

    [Fact]
    public async Task A_departure_is_believed_when_Garmin_itself_says_so()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPartnerAsync(product.Address);
        garmin.Partner.Upload(garmin.Runner, new());
        await garmin.SettledAsync();
        await garmin.Partner.Sender.PostAsync(GarminCase.NoticeUrl(product.Address), $$"""{"deregistrations":[{"userId":"{{garmin.Runner.Value}}"}]}""", Cancellation);
        await garmin.SettledAsync();
        Assert.Equal(("active", 2), (await garmin.Database.ScalarAsync<string>("select state from connections"), await garmin.Database.ScalarAsync<int>("select count(*) from activities")));

        garmin.Partner.Deregister(garmin.Runner);
        await GarminCase.UntilAsync("the runner is gone", async () => await garmin.Database.ScalarAsync<int>("select (select count(*) from connections) + (select count(*) from activities) + (select count(*) from garmin_notices)") == 0);
        Assert.Equal("deregistered 2", await garmin.Database.ScalarAsync<string>("select cause || ' ' || (row_counts->>'activities') from deletion_receipts"));
    }

    [Fact]
    public async Task A_permission_that_is_withdrawn_and_given_again_is_asked_about_at_Garmin()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        garmin.Partner.Quirks = new Quirks { WithholdsHistory = true, WritesPermissionsAsMap = true };
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPartnerAsync(product.Address);
        await WindowsAsync(garmin, "missing_permission");
        garmin.Partner.ChangePermissions(garmin.Runner, ["HEALTH_EXPORT"]);
        await garmin.SettledAsync();
        Assert.Equal("broken missing-permission", await garmin.Database.ScalarAsync<string>("select concat_ws(' ', state, state_reason) from connections"));

        garmin.Time.Advance(TimeSpan.FromSeconds(2));
        garmin.Partner.ChangePermissions(garmin.Runner, ["ACTIVITY_EXPORT", "HISTORICAL_DATA_EXPORT"]);
        await garmin.SettledAsync();
        Assert.Equal("active", await garmin.Database.ScalarAsync<string>("select concat_ws(' ', state, state_reason) from connections"));
        await WindowsAsync(garmin, "accepted");
    }

    [Fact]
    public async Task History_is_asked_for_once_period_by_period_and_comes_as_notices()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        garmin.Partner.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.Time.GetUtcNow().AddDays(-20) });
        var connection = await garmin.ConnectPartnerAsync(product.Address);
        await WindowsAsync(garmin, "accepted");
        await garmin.SettledAsync();
        Assert.Equal((6, 1), (garmin.Partner.Backfills.Of(garmin.Runner), (await garmin.ReadRunsAsync()).Count));

        // A job that died between the question and its record.
        await garmin.Database.ExecuteAsync("update garmin_backfill_windows set outcome = null where until_at = (select max(until_at) from garmin_backfill_windows)");
        await product.RunJobAsync<AskForGarminBackfillJob>(job => job.RunAsync(connection, Cancellation));
        Assert.Equal(["accepted 5", "asked_before 1"], await garmin.Database.QueryAsync<string>("select outcome || ' ' || count(*) from garmin_backfill_windows group by outcome order by 1"));
        await garmin.ConsentAsync(product.Address);
        Assert.Equal(6, garmin.Partner.Backfills.Of(garmin.Runner));
    }

    [Fact]
    public async Task A_ping_that_is_a_day_old_is_set_aside_with_the_reason()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPartnerAsync(product.Address, NoticeMode.Ping);
        await WindowsAsync(garmin, "accepted");
        garmin.Partner.Sender.SetEndpoint("activities", new NoticeEndpoint(GarminCase.NoticeUrl(product.Address), NoticeMode.Ping, IsOnHold: true));
        garmin.Partner.Sender.SetEndpoint("activityFiles", new NoticeEndpoint(GarminCase.NoticeUrl(product.Address), NoticeMode.Ping, IsOnHold: true));
        garmin.Partner.Upload(garmin.Runner, new());
        garmin.Time.Advance(TimeSpan.FromHours(25));
        garmin.Partner.Sender.SetEndpoint("activities", new NoticeEndpoint(GarminCase.NoticeUrl(product.Address), NoticeMode.Ping));
        garmin.Partner.Sender.SetEndpoint("activityFiles", new NoticeEndpoint(GarminCase.NoticeUrl(product.Address), NoticeMode.Ping));
        await garmin.SettledAsync();
        Assert.Equal(["activity parked", "activity_file parked"], await garmin.Database.QueryAsync<string>("select kind || ' ' || state from garmin_notices order by 1"));
        Assert.Equal(0, await garmin.Database.ScalarAsync<int>("select count(*) from garmin_notices where state_reason is null"));
    }

    [Fact]
    public async Task A_file_that_was_fetched_by_a_process_that_died_is_read_from_the_database()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPartnerAsync(product.Address);
        await using (var held = await product.Services.GetRequiredService<ConnectionStore>().LockAsync(connection, TimeSpan.FromSeconds(30), Cancellation))
        {
            // While the lock is held no job can handle the notice; this is the process that dies after the download.
            garmin.Partner.Upload(garmin.Runner, new NewGarminActivity { DistanceMeters = 5432 });
            await garmin.Partner.Sender.WhenIdleAsync(Cancellation);
            var notices = product.Services.GetRequiredService<GarminNotices>();
            var file = (await notices.ReadDueAsync(held!, connection)).Single(pending => pending.Notice.Kind == NoticeKind.ActivityFile);
            var path = Path.Combine(Path.GetTempPath(), $"garmin-{Guid.NewGuid():n}");
            using var saved = await product.Services.GetRequiredService<GarminPartnerDeliveries>().DownloadAsync(Callback.Parse(file.Notice.CallbackUrl, garmin.Partner.BaseAddress!)!, path, Cancellation);
            await notices.SaveFileAsync(held!, connection, file, await File.ReadAllBytesAsync(path, Cancellation));
        }

        await product.RunJobAsync<HandleGarminNoticesJob>(job => job.RunAsync(connection, Cancellation));
        await garmin.SettledAsync();
        Assert.Equal(5432, await garmin.Database.ScalarAsync<double>("select distance_m from activities where source = 'garmin-partner-file'"));
        Assert.Equal(["done", "done"], await garmin.Database.QueryAsync<string>("select state from garmin_notices"));
    }

    [Fact]
    public async Task Tokens_rotate_under_the_lock_whoever_asks_and_a_dead_one_breaks_the_connection()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await using var other = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPartnerAsync(product.Address);
        await WindowsAsync(garmin, "accepted");
        for (var day = 0; day < 3; day++)
        {
            garmin.Time.Advance(TimeSpan.FromDays(1));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(n => (n % 2 == 0 ? product : other).RunJobAsync<CheckGarminPartnerJob>(job => job.RunAsync(connection, Cancellation))));
            Assert.Equal("active", await garmin.Database.ScalarAsync<string>("select state from connections"));
        }

        garmin.Partner.Tokens.Revoke(garmin.Runner);
        await product.RunJobAsync<CheckGarminPartnerJob>(job => job.RunAsync(connection, Cancellation));
        Assert.Equal("broken revoked", await garmin.Database.ScalarAsync<string>("select concat_ws(' ', state, state_reason) from connections"));
    }

    [Fact]
    public async Task A_runner_who_disconnects_is_deregistered_at_Garmin_and_gone_here()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPartnerAsync(product.Address);
        garmin.Partner.Upload(garmin.Runner, new());
        await garmin.SettledAsync();
        await product.RunJobAsync<DisconnectGarminPartnerJob>(job => job.RunAsync(connection, garmin.Time.GetUtcNow(), Cancellation));
        Assert.Null(garmin.Partner.GrantOf(garmin.Runner));
        Assert.Equal(0, await garmin.Database.ScalarAsync<int>("select (select count(*) from activities) + (select count(*) from connections) + (select count(*) from garmin_notices)"));
    }

    [Fact]
    public async Task Consent_that_was_refused_or_stolen_connects_nobody()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        garmin.Partner.Quirks = new Quirks { DeniesConsent = true };
        Assert.Contains("Nothing was connected", (await garmin.ConsentAsync(product.Address)).Page, StringComparison.Ordinal);
        using var stranger = new HttpClient();
        using var answer = await stranger.GetAsync(new Uri(product.Address, "connect/garmin-partner/callback?code=abc&state=def"), Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.StatusCode, await garmin.Database.ScalarAsync<int>("select count(*) from connections")));
    }

    private static Task WindowsAsync(GarminCase garmin, string outcome) => GarminCase.UntilAsync(
        $"every period is {outcome}", async () => await garmin.Database.ScalarAsync<int>("select count(*) from garmin_backfill_windows where outcome = @outcome", new { outcome }) == 6);
}
