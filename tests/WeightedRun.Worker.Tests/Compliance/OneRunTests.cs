using Microsoft.Extensions.Time.Testing;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Compliance;

/// <summary>The same run from several sources in a real database, and what the training log makes of it.</summary>
public sealed class OneRunTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateTime Morning = new(2026, 11, 4, 7, 0, 0);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 5, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private RunnerId _runner;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _runner = new RunnerId(await _database.ScalarAsync<long>("insert into runners default values returning runner_id"));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_same_run_from_four_sources_is_one_session_and_all_four_are_kept()
    {
        await StoreAsync(Run("strava", "9") with { ExternalIds = ["garmin_push_77"], Title = "Vest run" });
        await StoreAsync(Run("garmin-personal", "77") with { ExternalIds = ["garmin:77"] });
        await StoreAsync(Run("garmin-export", "garmin:77") with { ExternalIds = ["garmin:77"] });
        await StoreAsync(Run("fit", "fit:1-3906-5-1000") with { ExternalIds = ["fit:1-3906-5-1000"], Distance = Distance.FromMeters(8004) });
        var run = Assert.Single((await ReadAsync()).Runs);
        Assert.Equal(["fit:fit:1-3906-5-1000", "garmin-export:garmin:77", "garmin-personal:77", "strava:9"], run.Recordings.Select(id => id.Value));
        Assert.Equal(("Vest run", 8004), (run.Activity.Title, run.Activity.Distance?.Meters));
        Assert.Equal(4, await _database.ScalarAsync<int>("select count(*) from activities"));
    }

    [Fact]
    public async Task Three_weighted_runs_from_two_sources_are_three_and_not_six()
    {
        for (var day = 0; day < 3; day++)
        {
            await StoreAsync(Run("strava", $"s{day}") with { Title = "Weighted vest 8 kg", StartLocal = Morning.AddDays(day - 2) });
            await StoreAsync(Run("garmin-personal", $"{day}") with { CarriedMass = Mass.FromKilograms(8), StartLocal = Morning.AddDays(day - 2) });
        }

        var log = (await ReadAsync()).Log;
        Assert.Equal((3, 3), (log.Sessions.Count, log.Sessions.Count(session => session.IsTagged)));
    }

    [Fact]
    public async Task The_mass_entered_on_the_watch_outranks_the_title()
    {
        await StoreAsync(Run("strava", "9") with { Title = "Weighted vest 8 kg" });
        await StoreAsync(Run("garmin-personal", "77") with { CarriedMass = Mass.FromGrams(9071.85) });
        var load = Assert.Single((await ReadAsync()).Runs).Activity.Load!;
        Assert.Equal((LoadSource.Device, 9.07185), (load.Source, Assert.Single(load.Pieces).Mass?.Kilograms));
    }

    [Fact]
    public async Task A_ruck_is_a_backpack_of_unknown_load()
    {
        await StoreAsync(Run("garmin-personal", "77") with { Sport = Sport.Ruck });
        var activity = Assert.Single((await ReadAsync()).Log.Activities);
        Assert.Equal((Sport.Ruck, new CarriedPiece(EquipmentKind.Backpack, null)), (activity.Sport, Assert.Single(activity.Load!.Pieces)));
    }

    [Theory]
    [InlineData("strava:9")]
    [InlineData("garmin-personal:77")]
    public async Task The_runners_word_about_one_recording_holds_for_the_run(string spokenOf)
    {
        await StoreAsync(Run("strava", "9") with { Title = "Weighted vest 8 kg" });
        await StoreAsync(Run("garmin-personal", "77") with { CarriedMass = Mass.FromKilograms(9) });
        await CorrectAsync(spokenOf, "weighted", """[{"kind":"vest","kg":6}]""");
        var load = Assert.Single((await ReadAsync()).Runs).Activity.Load!;
        Assert.Equal((LoadSource.Runner, new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(6))), (load.Source, Assert.Single(load.Pieces)));
        _time.Advance(TimeSpan.FromMinutes(1));
        await CorrectAsync("strava:9", "not_weighted", "[]");
        Assert.Null(Assert.Single((await ReadAsync()).Runs).Activity.Load);
    }

    [Fact]
    public async Task A_split_by_the_runner_outlives_the_recordings()
    {
        await StoreAsync(Run("strava", "9"));
        await StoreAsync(Run("garmin-personal", "77"));
        await Decisions.SplitAsync(_runner, new("strava:9"), [new("garmin-personal:77")], Cancellation);
        Assert.Equal(2, (await ReadAsync()).Runs.Count);
        await _database.ExecuteAsync("delete from activities");
        await StoreAsync(Run("strava", "9"));
        await StoreAsync(Run("garmin-personal", "77"));
        Assert.Equal(2, (await ReadAsync()).Runs.Count);
        _time.Advance(TimeSpan.FromMinutes(1));
        await Decisions.MergeAsync(_runner, [new("garmin-personal:77")], [new("strava:9")], Cancellation);
        Assert.Single((await ReadAsync()).Runs);
    }

    [Fact]
    public async Task A_merge_by_the_runner_needs_no_likeness()
    {
        await StoreAsync(Run("strava", "9"));
        await StoreAsync(Run("gpx", "a") with { StartLocal = Morning.AddHours(5), Distance = Distance.FromKilometers(3) });
        Assert.Equal(2, (await ReadAsync()).Runs.Count);
        await Decisions.MergeAsync(_runner, [new("strava:9")], [new("gpx:a")], Cancellation);
        Assert.Single((await ReadAsync()).Runs);
    }

    [Fact]
    public async Task Of_a_multisport_activity_the_parts_are_counted_and_the_whole_is_not()
    {
        await StoreAsync(Run("garmin-partner", "1") with { Sport = Sport.Other, ElapsedTime = TimeSpan.FromHours(2), IsParent = true });
        await StoreAsync(Run("garmin-partner", "2") with { ParentExternalId = "1" });
        await StoreAsync(Run("garmin-partner", "3") with { ParentExternalId = "1", StartLocal = Morning.AddMinutes(70) });
        Assert.Equal(["garmin-partner:2", "garmin-partner:3"], (await ReadAsync()).Runs.Select(run => run.Activity.Id.Value));
    }

    [Theory]
    [InlineData("garmin-personal", "Garmin", null, "Garmin")]
    [InlineData("garmin-partner", "Garmin fenix 7", null, "Garmin fenix 7")]
    [InlineData("strava", "Garmin Forerunner 965", null, "Garmin Forerunner 965")]
    [InlineData("strava", null, "garmin_ping_492000000001", "Garmin")]
    [InlineData("garmin-personal-file", "Forerunner 965", null, "Garmin Forerunner 965")]
    [InlineData("garmin-partner-file", "garmin fenix7", null, "Garmin fenix7")]
    [InlineData("strava", "COROS PACE 3", null, null)]
    public async Task Garmin_is_named_with_its_device_wherever_a_figure_is_Garmins(string source, string? device, string? externalId, string? attribution)
    {
        await StoreAsync(Run(source, "1") with { Device = device, ExternalIds = externalId is null ? [] : [externalId] });
        Assert.Equal(attribution, Assert.Single((await ReadAsync()).Runs).Attribution);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 0)]
    public async Task A_run_belongs_to_the_dates_that_are_asked_for(int day, int runs)
    {
        await StoreAsync(Run("strava", "9") with { StartLocal = new DateTime(2026, 11, 2, 0, 0, 0).AddDays(day) });
        Assert.Equal(runs, (await Reader.ReadAsync(_runner, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 8), Cancellation)).Runs.Count);
    }

    [Fact]
    public async Task Of_another_runner_nothing_is_read()
    {
        await StoreAsync(Run("strava", "9"));
        Assert.Empty((await Reader.ReadAsync(new RunnerId(_runner.Value + 1), new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 8), Cancellation)).Runs);
    }

    private TrainingLogReader Reader => new(_database.Source);

    private RunDecisions Decisions => new(_database.Source, _time);

    private Task<RunnerLog> ReadAsync() => Reader.ReadAsync(_runner, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 8), Cancellation);

    private async Task StoreAsync(IncomingActivity activity)
    {
        var stored = Assert.Single(await new ActivityStore(_database.Source, _time).StoreAsync(_runner, null, [activity], null, Cancellation));
        await new TagStore(_database.Source, _time).StoreAsync([(stored.ActivityId, ActivityTagger.Tag(activity, activity.Detail, RunnerLoadSettings.None))], LoadTagger.LexiconVersion, Cancellation);
    }

    private Task<int> CorrectAsync(string reference, string outcome, string pieces) => _database.ExecuteAsync(
        """
        insert into corrections (runner_id, activity_ref, outcome, pieces, corrected_at) values (@runner, @reference, @outcome, @pieces::jsonb, @now)
        on conflict (runner_id, activity_ref) do update set outcome = excluded.outcome, pieces = excluded.pieces, corrected_at = excluded.corrected_at
        """,
        new { runner = _runner, reference, outcome, pieces, now = _time.GetUtcNow() });

    private static IncomingActivity Run(string source, string id) => new()
    {
        Source = source,
        ExternalId = id,
        StartLocal = Morning,
        UtcOffset = TimeSpan.FromHours(1),
        Sport = Sport.Run,
        Distance = Distance.FromMeters(8000),
        MovingTime = TimeSpan.FromSeconds(2400),
        ElapsedTime = TimeSpan.FromSeconds(2400),
    };
}
