using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Ingestion;

public sealed class RetentionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string FromStrava = "sentinel-of-strava";
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private ConnectionStore _connections = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _connections = new ConnectionStore(_database.Source, await TestSecrets.OpenAsync(_database, MasterKeys.Create()), _time);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Eight_days_after_the_last_contact_only_the_runners_own_entries_are_left()
    {
        var connection = await FillAsync();
        await _connections.BreakAsync(connection.ConnectionId, FromStrava, _time.GetUtcNow() + Retention, Cancellation);
        Assert.Contains(FromStrava, await postgres.DumpAsync(_database.ConnectionString), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromDays(8));
        await PurgeAsync();

        Assert.DoesNotContain(FromStrava, await postgres.DumpAsync(_database.ConnectionString), StringComparison.Ordinal);
        Assert.Equal(["fit"], await _database.QueryAsync<string>("select source from activities"));
        Assert.Equal(["runner"], await _database.QueryAsync<string>("select source from body_mass_entries"));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from corrections"));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from activity_tags"));
        Assert.Equal(0, await _database.ScalarAsync<int>("select (select count(*) from connections) + (select count(*) from inbox) + (select count(*) from backfills) + (select count(*) from parked_activities)"));
    }

    [Fact]
    public async Task A_standing_authorisation_outlives_its_data()
    {
        var connection = await FillAsync();
        _time.Advance(TimeSpan.FromDays(8));
        await PurgeAsync();
        Assert.Equal(Connection.Active, (await _connections.FindAsync(connection.ConnectionId, Cancellation))!.State);
        Assert.Equal(["fit"], await _database.QueryAsync<string>("select source from activities"));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public async Task A_row_goes_at_its_end_and_not_before(int secondsAfter, int left)
    {
        await FillAsync();
        _time.Advance(Retention + TimeSpan.FromSeconds(secondsAfter));
        await PurgeAsync();
        Assert.Equal(left, await _database.ScalarAsync<int>("select count(*) from activities"));
    }

    [Fact]
    public async Task A_description_that_was_not_fetched_again_goes_although_the_list_still_tells_of_the_run()
    {
        var connection = await FillAsync();
        _time.Advance(TimeSpan.FromDays(5));
        var listed = Run(FromStrava, "strava") with { Detail = null };
        await new ActivityStore(_database.Source, _time).StoreAsync(connection.RunnerId, connection.ConnectionId, [listed], _time.GetUtcNow() + Retention, Cancellation);
        _time.Advance(TimeSpan.FromDays(3));
        await PurgeAsync();

        Assert.True(await _database.ScalarAsync<bool>("select description is null and title is not null from activities where source = 'strava'"));
        Assert.True(await _database.ScalarAsync<bool>("select description is not null from activities where source = 'fit'"));
    }

    [Fact]
    public async Task More_rows_than_a_batch_are_all_purged()
    {
        var connection = await FillAsync();
        var many = Enumerable.Range(0, 4500).Select(n => Run($"{n}", "strava"));
        await new ActivityStore(_database.Source, _time).StoreAsync(connection.RunnerId, connection.ConnectionId, many, _time.GetUtcNow() + Retention, Cancellation);
        _time.Advance(Retention);
        await PurgeAsync();
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from activities"));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public async Task A_consent_of_nobody_goes_after_thirty_days_and_a_runners_stays(int secondsAfter, int left)
    {
        var runner = await _database.ScalarAsync<long>("insert into runners default values returning runner_id");
        await _database.ExecuteAsync("insert into consents (runner_id, provider, version, given_at) values (null, 'strava', '1', @now), (@runner, 'strava', '1', @now)", new { runner, now = _time.GetUtcNow() });
        _time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(secondsAfter));
        await PurgeAsync();
        Assert.Equal(left, await _database.ScalarAsync<int>("select count(*) from consents"));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from consents where runner_id is not null"));
    }

    [Fact]
    public async Task Every_table_expires_or_hangs_on_what_expires_or_is_known_to_stay()
    {
        string[] stay =
        [
            "runners", "corrections", "run_decisions", "load_settings", "data_protection_keys", "subscriptions", "deletion_receipts", "api_budget_windows", "schema_migrations",
            // The runner's own wishes and what was sent to them, and nothing of a run; addresses as hashes, domains for an hour.
            "digest_settings", "digests", "address_requests", "question_refusals", "suppressed_addresses", "mail_domains",
            // When he agreed to what (of nobody: thirty days), and how much of an upload was read.
            "consents", "uploads",
        ];
        var expiring = await _database.QueryAsync<string>("select table_name from information_schema.columns where table_schema = 'public' and column_name = 'expires_at'");
        var hanging = await _database.QueryAsync<string>(
            """
            select conrelid::regclass::text from pg_constraint
            where contype = 'f' and confdeltype = 'c' and confrelid::regclass::text = any(@expiring)
            """,
            new { expiring = expiring.ToArray() });
        var all = await _database.QueryAsync<string>("select table_name from information_schema.tables where table_schema = 'public'");

        Assert.Equal(expiring.Order(), PurgeExpiredJob.Tables.Order());
        Assert.Empty(all.Except(expiring).Except(hanging).Except(stay));
    }

    [Fact]
    public async Task No_column_can_hold_a_position()
    {
        var columns = await _database.QueryAsync<string>("select column_name from information_schema.columns where table_schema = 'public'");
        Assert.DoesNotContain(columns, column => System.Text.RegularExpressions.Regex.IsMatch(column, "lat|lng|lon(g|$)|polyline|position|(^|_)map|geo"));
    }

    private Task PurgeAsync() => new PurgeExpiredJob(_database.Source, _time, NullLogger<PurgeExpiredJob>.Instance).RunAsync(Cancellation);

    /// <summary>A runner with all that Strava gives, each text marked, and with his own entries beside it.</summary>
    private async Task<Connection> FillAsync()
    {
        var now = _time.GetUtcNow();
        var connection = (await _connections.ConnectAsync(
            new Authorization { Provider = "strava", ExternalId = FromStrava, Scopes = [FromStrava], Tokens = new Tokens("a", "r", now) }, Cancellation))!;
        var activities = new ActivityStore(_database.Source, _time);
        var stored = (await activities.StoreAsync(connection.RunnerId, connection.ConnectionId, [Run(FromStrava, "strava")], now + Retention, Cancellation))
            .Concat(await activities.StoreAsync(connection.RunnerId, null, [Run("own", "fit")], null, Cancellation));
        var load = new CarriedLoad { Source = LoadSource.Title, Pieces = [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(8))] };
        await new TagStore(_database.Source, _time).StoreAsync(
            [.. stored.Select(activity => (activity.ActivityId, (CarriedLoad?)(load with { Evidence = activity.Source == "strava" ? FromStrava : "own" })))], "1", Cancellation);
        await _database.ExecuteAsync(
            """
            insert into body_mass_entries (runner_id, measured_on, source, connection_id, mass_kg, entered_at, expires_at)
            values (@runner, '2026-11-01', 'strava', @connection, 70, @now, @end), (@runner, '2026-11-01', 'runner', null, 71, @now, null);
            insert into corrections (runner_id, activity_ref, outcome, corrected_at) values (@runner, 'strava:12', 'weighted', @now);
            insert into inbox (provider, event_key, owner_external_id, object_type, object_external_id, aspect, occurred_at, received_at, due_at, expires_at)
            values ('strava', @mark, @mark, 'activity', @mark, 'create', @now, @now, @now, @end);
            insert into backfills (connection_id, state_reason, oldest_wanted_at, started_at, heartbeat_at, expires_at) values (@connection, @mark, @now, @now, @now, @end);
            insert into parked_activities (connection_id, external_id, reason, attempts, parked_at, expires_at) values (@connection, @mark, @mark, 3, @now, @end)
            """,
            new { runner = connection.RunnerId, connection = connection.ConnectionId, now, end = now + Retention, mark = FromStrava });
        return connection;
    }

    private static IncomingActivity Run(string mark, string source) => new()
    {
        Source = source,
        ExternalId = mark,
        StartLocal = new DateTime(2026, 11, 1, 7, 0, 0),
        Sport = Sport.Run,
        ProviderSport = mark,
        Title = mark,
        GearId = mark,
        Device = mark,
        TimeZone = mark,
        ExternalIds = [mark],
        Detail = new ActivityDetail(mark, mark, mark),
    };
}
