using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WeightedRun.Analysis.Loads;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPersonal;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;

namespace WeightedRun.Worker.Tests.Garmin;

/// <summary>From the pasted key to the training log: the whole product, a real database, HTTP to the stand-in.</summary>
public sealed class PersonalProductTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_pasted_into_the_page_brings_the_runs_their_loads_and_their_recordings()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { TypeKey = "trail_running", PackGrams = 9071.85 });
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { TypeKey = "rucking", StartsAt = garmin.Time.GetUtcNow().AddDays(-1) });
        await using var product = await garmin.StartProductAsync();
        var key = garmin.Personal.CreateKey(garmin.Runner);
        var (status, page) = await PasteAsync(product, key);
        Assert.True(status == HttpStatusCode.OK && page.Contains("Garmin is connected", StringComparison.Ordinal), page);
        await GarminCase.UntilAsync("both recordings are here", async () => await garmin.Database.ScalarAsync<int>("select count(*) from activities where source = 'garmin-personal-file'") == 2);

        var runs = await garmin.ReadRunsAsync();
        Assert.Equal([2, 2], runs.Select(run => run.Recordings.Count));
        Assert.Equal((LoadSource.Device, 9.07185), (runs[1].Activity.Load!.Source, Assert.Single(runs[1].Activity.Load!.Pieces).Mass?.Kilograms));
        Assert.Equal(new CarriedPiece(EquipmentKind.Backpack, null), Assert.Single(runs[0].Activity.Load!.Pieces));
        Assert.All(runs, run => Assert.StartsWith("Garmin", run.Attribution, StringComparison.Ordinal));
        Assert.DoesNotContain(key, await postgres.DumpAsync(garmin.Database.ConnectionString), StringComparison.Ordinal);
        Assert.DoesNotContain(Product.Log.Lines, line => line.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_twin_on_Strava_is_the_same_run()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        var start = garmin.Time.GetUtcNow().AddHours(-3);
        var athlete = garmin.Strava.World.AddAthlete(new NewAthlete());
        garmin.Strava.World.Upload(athlete.Id, new NewActivity { Start = start, Name = "Weighted vest 8 kg", DistanceMeters = 8003, MovingSeconds = 2400, ElapsedSeconds = 2400 });
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { StartsAt = start, PackGrams = 8500 });
        await using var product = await garmin.StartProductAsync();
        var (status, page) = await garmin.Strava.ConnectAsync(product, athlete);
        Assert.True(status == HttpStatusCode.OK && page.Contains("Strava is connected", StringComparison.Ordinal), page);
        await garmin.Strava.BackfilledAsync();
        await garmin.ConnectPersonalAsync(product, new RunnerId(await garmin.Database.ScalarAsync<long>("select runner_id from runners")));

        var run = Assert.Single(await garmin.ReadRunsAsync());
        Assert.Equal(["garmin-personal", "garmin-personal-file", "strava"], run.Recordings.Select(id => id.Value.Split(':')[0]).Order());
        Assert.Equal(("Weighted vest 8 kg", LoadSource.Device, 8.5), (run.Activity.Title, run.Activity.Load!.Source, Assert.Single(run.Activity.Load.Pieces).Mass?.Kilograms));
    }

    [Theory]
    [InlineData("", "90")]
    [InlineData("too short", "90")]
    [InlineData("0123456789 0123456789 0123456789", "90")]
    [InlineData("0123456789abcdef0123456789abcdef", "91")]
    [InlineData("0123456789abcdef0123456789abcdef", "90")]
    public async Task What_is_no_key_is_refused_with_a_sentence_and_nothing_is_stored(string key, string days)
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        var (status, page) = await PasteAsync(product, key, days);
        Assert.True(status == HttpStatusCode.BadRequest && (page.Contains("no key", StringComparison.Ordinal) || page.Contains("does not accept", StringComparison.Ordinal)), page);
        Assert.Equal(0, await garmin.Database.ScalarAsync<int>("select (select count(*) from connections) + (select count(*) from runners)"));
    }

    [Fact]
    public async Task A_form_that_another_page_sends_stores_nothing()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(product.Address, "connect/garmin"), new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = garmin.Personal.CreateKey(garmin.Runner), ["days"] = "90", ["form"] = "guessed" }), Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.StatusCode, await garmin.Database.ScalarAsync<int>("select count(*) from connections")));
    }

    [Fact]
    public async Task A_pull_done_twice_changes_nothing_and_one_after_edits_and_deletions_follows_them()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        var ids = Enumerable.Range(0, 3).Select(n => garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.Time.GetUtcNow().AddDays(-1 - (20 * n)) }).Id).ToList();
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPersonalAsync(product);
        garmin.Time.Advance(TimeSpan.FromHours(4));
        await GarminCase.PullAsync(product, connection);
        Assert.Equal(6, await garmin.Database.ScalarAsync<int>("select count(*) from activities"));

        garmin.Personal.Edit(ids[2], run => run with { Name = "Weighted vest 10 kg" });
        garmin.Personal.Delete(ids[1]);
        garmin.Time.Advance(TimeSpan.FromHours(20));
        await GarminCase.PullAsync(product, connection);
        Assert.Equal(["Weighted vest 10 kg", "Morning Run"], (await garmin.ReadRunsAsync()).Select(run => run.Activity.Title));
        Assert.Equal(4, await garmin.Database.ScalarAsync<int>("select count(*) from activities"));
        Assert.Equal("weighted", await garmin.Database.ScalarAsync<string>("select outcome from activity_tags join activities using (activity_id) where title like 'Weighted%'"));
    }

    [Fact]
    public async Task A_watch_that_was_synchronised_late_is_read_in_the_overlap()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPersonalAsync(product);
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.Time.GetUtcNow().AddDays(-6) });
        garmin.Time.Advance(TimeSpan.FromHours(4));
        await GarminCase.PullAsync(product, connection);
        Assert.Single(await garmin.ReadRunsAsync());
    }

    [Fact]
    public async Task A_wait_that_Garmin_asks_for_is_the_jobs_and_loses_nothing()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync(("GarminPersonal:LongestRetryAfter", "00:00:05"));
        var connection = await garmin.ConnectPersonalAsync(product);
        garmin.Personal.Upload(garmin.Runner, new());
        garmin.Time.Advance(TimeSpan.FromHours(4));
        garmin.Personal.Faults.Add(new InjectedFault { Kind = FaultKind.RateLimited, Endpoint = "GET /activities", Times = 1, RetryAfterSeconds = 300 });
        var later = await Assert.ThrowsAsync<RetryLaterException>(() => GarminCase.PullAsync(product, connection));
        Assert.Equal(garmin.Time.GetUtcNow().AddSeconds(300), later.Until);
        await GarminCase.PullAsync(product, connection);
        Assert.Single(await garmin.ReadRunsAsync());
    }

    [Fact]
    public async Task Before_something_is_said_about_a_runner_Garmin_is_asked_again()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPersonalAsync(product);
        garmin.Personal.Upload(garmin.Runner, new());
        garmin.Time.Advance(TimeSpan.FromHours(1));
        var runner = new RunnerId(await garmin.Database.ScalarAsync<long>("select runner_id from runners"));
        Assert.Equal(Freshness.Fresh, await product.RunAsync(services => services.GetRequiredService<RunnerRefresh>().RefreshAsync(runner, Cancellation)));
        Assert.Single(await garmin.ReadRunsAsync());

        garmin.Time.Advance(TimeSpan.FromHours(1));
        garmin.Personal.Faults.Add(new InjectedFault { Kind = FaultKind.RateLimited, Endpoint = "GET /activities", RetryAfterSeconds = 600 });
        Assert.Equal(Freshness.StaleUntil(garmin.Time.GetUtcNow().AddMinutes(10)), await product.RunAsync(services => services.GetRequiredService<RunnerRefresh>().RefreshAsync(runner, Cancellation)));
    }

    [Fact]
    public async Task A_token_that_Garmin_made_inactive_is_replaced_and_not_noticed()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPersonalAsync(product);
        garmin.Personal.KillTokens(garmin.Runner);
        garmin.Personal.Upload(garmin.Runner, new());
        garmin.Time.Advance(TimeSpan.FromHours(4));
        await GarminCase.PullAsync(product, connection);
        Assert.Single(await garmin.ReadRunsAsync());
    }

    [Theory]
    [InlineData(29, "active")]
    [InlineData(31, "broken key-expired")]
    public async Task A_key_that_has_ended_breaks_the_connection_and_the_next_one_mends_it(int daysLater, string state)
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPersonalAsync(product, days: 30);
        garmin.Time.Advance(TimeSpan.FromDays(daysLater));
        await GarminCase.PullAsync(product, connection);
        Assert.Equal(state, await garmin.Database.ScalarAsync<string>("select concat_ws(' ', state, state_reason) from connections"));
        var runner = new RunnerId(await garmin.Database.ScalarAsync<long>("select runner_id from runners"));
        Assert.Equal(connection, (await garmin.BringKeyAsync(product, runner)).Connection!.ConnectionId);
        Assert.Equal(("active", 1), (await garmin.Database.ScalarAsync<string>("select state from connections"), await garmin.Database.ScalarAsync<int>("select count(*) from runners")));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public async Task A_runner_is_warned_from_seven_days_before_the_end_and_once(int secondsAfter, int warnings)
    {
        var letters = Directory.CreateTempSubdirectory("garmin-letters-");
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync(("Mail:PickupFolder", letters.FullName));
        await garmin.ConnectPersonalAsync(product, days: 30);
        await garmin.Database.ExecuteAsync("update runners set email = 'ada@example.org', email_confirmed_at = now()");
        garmin.Time.Advance(TimeSpan.FromDays(23) + TimeSpan.FromSeconds(secondsAfter));
        var ends = product.Services.GetRequiredService<GarminKeyEnds>();
        Assert.Equal(warnings == 1, (await ends.FindAsync(new RunnerId(await garmin.Database.ScalarAsync<long>("select runner_id from runners")), Cancellation))!.IsNear(garmin.Time.GetUtcNow()));
        for (var times = 0; times < 2; times++)
            await product.RunJobAsync<WarnOfGarminKeyEndJob>(job => job.RunAsync(Cancellation));

        Assert.Equal(warnings, letters.GetFiles("*.eml").Length);
        Assert.Equal(warnings, await garmin.Database.ScalarAsync<int>("select count(*) from connections where key_warned_at is not null"));
        Assert.Empty(await ends.ReadDueAsync(Cancellation));
        letters.Delete(recursive: true);
    }

    [Fact]
    public async Task Unknown_types_and_missing_fields_cost_no_other_run()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { TypeKey = "underwater_hockey_v2" });
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.Time.GetUtcNow().AddHours(-5) });
        garmin.Personal.Quirks = new Quirks { MissingKeys = ["averageHR", "maxHR", "elevationGain", "eventType", "manufacturer", "beginTimestamp", "parent"] };
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPersonalAsync(product);
        Assert.Equal(["other underwater_hockey_v2", "run running"], await garmin.Database.QueryAsync<string>("select sport || ' ' || provider_sport from activities where source = 'garmin-personal' order by 1"));
    }

    [Fact]
    public async Task Two_products_that_pull_at_once_store_each_run_once()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        await using var product = await garmin.StartProductAsync();
        await using var other = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPersonalAsync(product);
        for (var n = 0; n < 150; n++)
            garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.Time.GetUtcNow().AddHours(-n) });

        garmin.Time.Advance(TimeSpan.FromHours(24));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => GarminCase.PullAsync(n % 2 == 0 ? product : other, connection), Cancellation)));
        Assert.Equal((150, 150), (await garmin.Database.ScalarAsync<int>("select count(*) from activities where source = 'garmin-personal'"), await garmin.Database.ScalarAsync<int>("select count(*) from activity_tags join activities using (activity_id) where activities.source = 'garmin-personal'")));
        // One for the connection, two pages for whoever was first; the others found it done.
        Assert.Equal(3, garmin.Personal.Calls.Of("GET /activities"));
    }

    [Theory]
    [InlineData(29, 2)]
    [InlineData(30, 0)]
    public async Task What_Garmin_told_goes_with_its_retention_and_recordings_with_their_runs(int days, int left)
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        garmin.Personal.Upload(garmin.Runner, new());
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPersonalAsync(product);
        garmin.Time.Advance(TimeSpan.FromDays(2));
        await GarminCase.PullAsync(product, connection);
        garmin.Time.Advance(TimeSpan.FromDays(days));
        await product.RunJobAsync<PurgeExpiredJob>(job => job.RunAsync(Cancellation));
        Assert.Equal(left, await garmin.Database.ScalarAsync<int>("select count(*) from activities"));
    }

    [Fact]
    public async Task A_runner_who_disconnects_leaves_a_receipt_and_nothing_else()
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        garmin.Personal.Upload(garmin.Runner, new());
        await using var product = await garmin.StartProductAsync();
        var connection = await garmin.ConnectPersonalAsync(product);
        await product.RunJobAsync<DisconnectGarminPersonalJob>(job => job.RunAsync(connection, garmin.Time.GetUtcNow(), Cancellation));
        Assert.Equal(0, await garmin.Database.ScalarAsync<int>("select (select count(*) from activities) + (select count(*) from connections)"));
        Assert.Equal("garmin-personal disconnected 2", await garmin.Database.ScalarAsync<string>("select concat_ws(' ', provider, cause, row_counts->>'activities') from deletion_receipts"));
    }

    [Theory]
    [InlineData(null, nameof(Condition.Well), "2 activities of the last month could be placed, 1 of them with a pack mass")]
    [InlineData("nowhere", nameof(Condition.Ill), "set GarminPersonal__SearchPath")]
    public async Task Doctor_tries_what_Garmin_does_not_publish_with_a_runners_key(string? path, string condition, string sentence)
    {
        await using var garmin = await GarminCase.StartAsync(postgres);
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { PackGrams = 9000 });
        garmin.Personal.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.Time.GetUtcNow().AddDays(-2) });
        await using var product = await garmin.StartProductAsync();
        await garmin.ConnectPersonalAsync(product);
        var settings = new ConfigurationBuilder().AddConfiguration(product.Services.GetRequiredService<IConfiguration>())
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Secrets:MasterKeys"] = garmin.Strava.MasterKeys, ["GarminPersonal:SearchPath"] = path ?? new Providers.GarminPersonal.GarminPersonalOptions().SearchPath }).Build();

        var found = await Doctor.ExamineAsync(new Patient(garmin.Database.Source, IsLocalDatabase: false, settings, new FakeTimeProvider(garmin.Time.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) }), Cancellation);
        var key = found.Single(diagnosis => diagnosis.Name == "garmin-key");
        Assert.Equal(condition, key.Condition.ToString());
        Assert.Contains(sentence, $"{key.Message} {key.Mend}", StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page)> PasteAsync(Product product, string key, string days = "90")
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        var address = new Uri(product.Address, "connect/garmin");
        var form = Regex.Match(await browser.GetStringAsync(address, Cancellation), "name=\"form\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        using var answer = await browser.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["form"] = form, ["key"] = key, ["days"] = days }), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
