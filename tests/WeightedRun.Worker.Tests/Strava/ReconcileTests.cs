using Microsoft.Extensions.Logging.Abstractions;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;
using StravaActivity = WeightedRun.Sandbox.Strava.World.StravaActivity;
using StravaAthlete = WeightedRun.Sandbox.Strava.World.StravaAthlete;

namespace WeightedRun.Worker.Tests.Strava;

public sealed class ReconcileTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SandboxClock _clock = new(TimeProvider.System);
    private StravaCase _strava = null!;
    private Product _product = null!;
    private StravaAthlete _athlete = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _strava = await StravaCase.StartAsync(postgres, _clock);
        _product = await _strava.StartProductAsync(isPushedTo: false);
        _athlete = _strava.AddAthlete(runs: 30);
        await _strava.ConnectAsync(_product, _athlete);
        await _strava.BackfilledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _strava.DisposeAsync();
    }

    [Fact]
    public async Task A_day_costs_one_list_and_brings_what_no_event_told()
    {
        var runs = _athlete.Activities.All();
        _strava.World.Delete(runs[0].Id);
        _strava.World.Edit(runs[1].Id, run => run with { DistanceMeters = 1234 });
        var late = _strava.World.Upload(_athlete.Id, new NewActivity { Start = _clock.GetUtcNow().AddDays(-5), Description = "20 lb ruck, weighted vest 5 kg" });
        await ReconcileTomorrowAsync();

        Assert.Equal(30, await _strava.Database.ScalarAsync<int>("select count(*) from activities"));
        Assert.Equal(1234, await _strava.Database.ScalarAsync<double>("select distance_m from activities where external_id = @id", new { id = runs[1].Id.ToString() }));
        Assert.Equal("weighted", await TagOfAsync(late));
        Assert.Equal(1, _strava.World.Calls.Of("GET /athlete/activities"));
        // One to be sure that the deleted run is gone, one for the new run's description.
        Assert.Equal(2, _strava.World.Calls.Of("GET /activities/{id}"));
    }

    [Fact]
    public async Task A_list_that_lacks_most_of_what_is_known_removes_nothing()
    {
        foreach (var run in _athlete.Activities.All().Skip(5))
            _strava.World.Delete(run.Id);

        await ReconcileTomorrowAsync();
        Assert.Equal(30, await _strava.Database.ScalarAsync<int>("select count(*) from activities"));
        Assert.Contains(Product.Log.Lines, line => line.Contains("lacks 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_that_still_stands_does_not_expire_and_a_tag_from_a_description_keeps_its_ground()
    {
        var run = _strava.World.Upload(_athlete.Id, new NewActivity { Start = _clock.GetUtcNow().AddHours(-1), Name = "Evening", Description = "weighted vest 6 kg" });
        for (var day = 0; day < 10; day++)
        {
            await ReconcileTomorrowAsync();
            await PurgeAsync();
        }

        Assert.Equal(31, await _strava.Database.ScalarAsync<int>("select count(*) from activities"));
        Assert.Equal("weighted", await TagOfAsync(run));
        Assert.Equal(1, await _strava.Database.ScalarAsync<int>("select count(*) from activities where description is not null"));
    }

    [Fact]
    public async Task Eight_days_after_the_last_contact_no_row_from_strava_is_left_and_the_runners_own_entries_are()
    {
        await _strava.Database.ExecuteAsync(
            """
            insert into corrections (runner_id, activity_ref, outcome, corrected_at) select runner_id, 'strava:1', 'weighted', now() from runners;
            insert into body_mass_entries (runner_id, measured_on, source, mass_kg, entered_at) select runner_id, '2026-11-01', 'runner', 71, now() from runners
            """);
        _strava.World.Deauthorize(_strava.World.Tokens.Find(_strava.Sandbox.App, _athlete)!);
        await ReconcileTomorrowAsync();
        _clock.Advance(TimeSpan.FromDays(8));
        await PurgeAsync();

        Assert.Equal(0, await _strava.Database.ScalarAsync<int>(
            "select (select count(*) from connections) + (select count(*) from activities) + (select count(*) from activity_tags) + (select count(*) from backfills) + (select count(*) from inbox) + (select count(*) from parked_activities)"));
        Assert.Equal(["runner"], await _strava.Database.QueryAsync<string>("select source from body_mass_entries"));
        Assert.Equal(1, await _strava.Database.ScalarAsync<int>("select count(*) from corrections"));
        var dump = await postgres.DumpAsync(_strava.Database.ConnectionString);
        Assert.DoesNotContain(_athlete.Activities.All()[0].Id.ToString(), dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runner_who_disconnects_is_revoked_at_strava_and_gone_here_with_a_receipt()
    {
        var connection = await ConnectionAsync();
        await _product.RunJobAsync<DisconnectStravaJob>(job => job.RunAsync(connection, _clock.GetUtcNow(), Cancellation));
        Assert.Null(_strava.World.Tokens.Find(_strava.Sandbox.App, _athlete));
        Assert.Equal("disconnected 30", await _strava.Database.ScalarAsync<string>("select cause || ' ' || (row_counts->>'activities') from deletion_receipts"));
        Assert.Equal(0, await _strava.Database.ScalarAsync<int>("select (select count(*) from connections) + (select count(*) from activities)"));
    }

    private async Task ReconcileTomorrowAsync()
    {
        _clock.Advance(TimeSpan.FromDays(1));
        _strava.World.Calls.Clear();
        var connection = await ConnectionAsync();
        await _product.RunJobAsync<ReconcileStravaJob>(job => job.RunAsync(connection, Cancellation));
    }

    private async Task<ConnectionId> ConnectionAsync() => new(await _strava.Database.ScalarAsync<long>("select connection_id from connections"));

    private Task PurgeAsync() => new PurgeExpiredJob(_strava.Database.Source, _clock, NullLogger<PurgeExpiredJob>.Instance).RunAsync(Cancellation);

    private Task<string> TagOfAsync(StravaActivity run) => _strava.Database.ScalarAsync<string>(
        "select outcome from activity_tags join activities using (activity_id) where external_id = @id", new { id = run.Id.ToString() });
}
