using Microsoft.Extensions.Time.Testing;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Ingestion;

public sealed class ActivityStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private ActivityStore _activities = null!;
    private RunnerId _runner;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _activities = new ActivityStore(_database.Source, _time);
        _runner = new RunnerId(await _database.ScalarAsync<long>("insert into runners default values returning runner_id"));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Every_value_of_an_activity_is_stored_under_its_own_column()
    {
        var full = new IncomingActivity
        {
            Source = "fit",
            ExternalId = "a",
            StartAt = new DateTimeOffset(2026, 11, 1, 7, 30, 0, TimeSpan.FromHours(1)),
            StartLocal = new DateTime(2026, 11, 1, 7, 30, 0),
            UtcOffset = TimeSpan.FromHours(1),
            TimeZone = "Europe/Berlin",
            Sport = Sport.TrailRun,
            ProviderSport = "TrailRun",
            Surface = Surface.Outdoor,
            Distance = Distance.FromMeters(8000.5),
            MovingTime = TimeSpan.FromSeconds(2880.5),
            ElapsedTime = TimeSpan.FromSeconds(2900),
            TimerTime = TimeSpan.FromSeconds(2890),
            IsParent = true,
            ParentExternalId = "p",
            ElevationGain = Distance.FromMeters(120),
            AverageHeartRateBpm = 147.5,
            MaxHeartRateBpm = 165,
            AverageCadenceSpm = 170,
            TemperatureCelsius = -3,
            IsManual = true,
            IsCommute = true,
            IsPrivate = true,
            WorkoutType = WorkoutType.LongRun,
            Title = "Vest 8 kg\0 🎽 ' \\ ",
            GearId = "g1",
            Device = "watch",
            BodyMass = Mass.FromKilograms(70),
            CarriedMass = Mass.FromKilograms(8),
            ExternalIds = ["strava:1", "fit:2"],
            Detail = new ActivityDetail("description", "note", "shoes"),
        };
        await StoreAsync(full);

        var row = (IDictionary<string, object>)Assert.Single(await _database.QueryAsync<dynamic>("select * from activities"));
        var expected = new Dictionary<string, object>
        {
            ["source"] = "fit",
            ["external_id"] = "a",
            ["start_at"] = new DateTime(2026, 11, 1, 6, 30, 0),
            ["start_local"] = full.StartLocal,
            ["utc_offset_s"] = 3600,
            ["time_zone"] = "Europe/Berlin",
            ["sport"] = "trail_run",
            ["provider_sport"] = "TrailRun",
            ["surface"] = "outdoor",
            ["distance_m"] = 8000.5,
            ["moving_s"] = 2880.5,
            ["elapsed_s"] = 2900.0,
            ["timer_s"] = 2890.0,
            ["is_parent"] = true,
            ["parent_external_id"] = "p",
            ["elevation_gain_m"] = 120.0,
            ["avg_hr_bpm"] = 147.5,
            ["max_hr_bpm"] = 165.0,
            ["avg_cadence_spm"] = 170.0,
            ["temperature_c"] = -3.0,
            ["is_manual"] = true,
            ["is_commute"] = true,
            ["is_private"] = true,
            ["workout_type"] = (short)2,
            ["title"] = "Vest 8 kg 🎽 ' \\ ",
            ["gear_id"] = "g1",
            ["device"] = "watch",
            ["body_mass_kg"] = 70.0,
            ["carried_mass_kg"] = 8.0,
            ["external_ids"] = "strava:1 fit:2",
            ["description"] = "description",
            ["private_note"] = "note",
            ["gear_name"] = "shoes",
        };
        Assert.All(expected, column => Assert.Equal(column.Value, row[column.Key]));
        Assert.Equal(Sport.TrailRun, StoredName.Parse<Sport>((string)row["sport"]));
    }

    [Fact]
    public async Task A_page_says_what_is_new_what_changed_and_what_stayed()
    {
        await StoreAsync(Run("1"), Run("2"));
        var second = (await StoreAsync(Run("1"), Run("2") with { Title = "8 kg vest" }, Run("3"))).ToDictionary(stored => stored.ExternalId);

        Assert.Equal((false, false), (second["1"].IsNew, second["1"].IsChanged));
        Assert.Equal((false, true), (second["2"].IsNew, second["2"].IsChanged));
        Assert.Equal((true, true), (second["3"].IsNew, second["3"].IsChanged));
        Assert.Equal(3, await _database.ScalarAsync<int>("select count(*) from activities"));
    }

    [Fact]
    public async Task A_list_does_not_wipe_the_detail_and_the_detail_is_known_to_be_there()
    {
        Assert.False(Assert.Single(await StoreAsync(Run("1"))).HasDetail);
        Assert.True(Assert.Single(await StoreAsync(Run("1") with { Detail = new ActivityDetail("with 8 kg", null, null) })).IsChanged);

        var after = Assert.Single(await StoreAsync(Run("1")));
        Assert.Equal((true, false), (after.HasDetail, after.IsChanged));
        Assert.Equal("with 8 kg", await _database.ScalarAsync<string>("select description from activities"));

        await StoreAsync(Run("1") with { Detail = new ActivityDetail(null, null, null) });
        Assert.Null(await _database.ScalarAsync<string?>("select description from activities"));
    }

    [Fact]
    public async Task The_same_activity_twice_on_a_page_is_one_row_and_the_later_word_holds()
    {
        Assert.Single(await StoreAsync(Run("1"), Run("1") with { Title = "later" }));
        Assert.Equal("later", await _database.ScalarAsync<string>("select title from activities"));
    }

    [Fact]
    public async Task Overlapping_pages_at_once_end_in_one_row_each()
    {
        var pages = Enumerable.Range(0, 8).Select(page => Enumerable.Range(0, 200).Select(n => Run($"{(page % 2 == 0 ? n : 199 - n)}")).ToArray());
        await Task.WhenAll(pages.Select(page => Task.Run(() => StoreAsync(page), Cancellation)));
        Assert.Equal(200, await _database.ScalarAsync<int>("select count(*) from activities"));
    }

    [Fact]
    public async Task A_row_of_a_connection_without_an_end_is_refused_by_the_database()
    {
        var connection = await _database.ScalarAsync<long>("insert into connections (runner_id, provider, external_id) values (@runner, 'strava', '7') returning connection_id", new { runner = _runner });
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _activities.StoreAsync(_runner, new ConnectionId(connection), [Run("1")], null, Cancellation));
    }

    private Task<IReadOnlyList<StoredActivity>> StoreAsync(params IncomingActivity[] page) => _activities.StoreAsync(_runner, null, page, null, Cancellation);

    private static IncomingActivity Run(string id) => new()
    {
        Source = "strava",
        ExternalId = id,
        StartLocal = new DateTime(2026, 11, 1, 7, 0, 0),
        Sport = Sport.Run,
        Distance = Distance.FromKilometers(8),
        Title = "Morning run",
    };
}
