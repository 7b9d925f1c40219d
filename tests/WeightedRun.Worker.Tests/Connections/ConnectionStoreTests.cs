using Microsoft.Extensions.Time.Testing;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Connections;

public sealed class ConnectionStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string MasterKey = MasterKeys.Create();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private ConnectionStore _connections = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _connections = new ConnectionStore(_database.Source, await TestSecrets.OpenAsync(_database, MasterKey), _time);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task An_unknown_account_is_a_new_runner_and_a_known_one_the_same()
    {
        var first = await ConnectAsync("77");
        var again = await ConnectAsync("77");
        var other = await ConnectAsync("78");
        Assert.Equal(first!.RunnerId, again!.RunnerId);
        Assert.Equal(first.ConnectionId, again.ConnectionId);
        Assert.NotEqual(first.RunnerId, other!.RunnerId);
    }

    [Fact]
    public async Task Ten_clicks_at_once_make_one_runner()
    {
        var connected = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ConnectAsync("77")));
        Assert.Single(connected.Select(connection => connection!.RunnerId).Distinct());
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from runners"));
    }

    [Fact]
    public async Task A_signed_in_runner_gets_one_account_of_a_provider_and_no_second()
    {
        var runner = new RunnerId(await _database.ScalarAsync<long>("insert into runners default values returning runner_id"));
        Assert.Equal(runner, (await ConnectAsync("77", runner))!.RunnerId);
        Assert.Null(await ConnectAsync("78", runner));
    }

    [Fact]
    public async Task Tokens_come_back_as_they_were_given_and_a_refresh_replaces_both()
    {
        var connection = await ConnectAsync("77");
        Assert.Equal(new Tokens("access", "refresh", _time.GetUtcNow().AddHours(6)), await _connections.ReadTokensAsync(connection!.ConnectionId, Cancellation));

        await using (var held = await _connections.LockAsync(connection.ConnectionId, TimeSpan.Zero, Cancellation))
            await _connections.SaveTokensAsync(held!, connection.ConnectionId, new Tokens("newer", "rotated", _time.GetUtcNow().AddHours(12)));

        Assert.Equal(new Tokens("newer", "rotated", _time.GetUtcNow().AddHours(12)), await _connections.ReadTokensAsync(connection.ConnectionId, Cancellation));
    }

    [Fact]
    public void Tokens_print_nothing_of_themselves() => Assert.Equal("Tokens", new Tokens("access", "refresh", null).ToString());

    [Fact]
    public async Task A_broken_connection_has_an_end_until_it_answers_again()
    {
        var id = (await ConnectAsync("77"))!.ConnectionId;
        await _connections.BreakAsync(id, "token-revoked", _time.GetUtcNow().AddDays(7), Cancellation);
        var broken = await _connections.FindAsync(id, Cancellation);
        Assert.Equal((Connection.Broken, "token-revoked"), (broken!.State, broken.StateReason));
        Assert.True(await _database.ScalarAsync<bool>("select expires_at is not null from connections"));

        var again = await ConnectAsync("77");
        Assert.Equal((Connection.Active, null), (again!.State, again.StateReason));
        Assert.True(await _database.ScalarAsync<bool>("select expires_at is null from connections"));
    }

    [Fact]
    public async Task A_deletion_leaves_a_receipt_in_numbers_and_nothing_else_of_the_connection()
    {
        var connection = await ConnectAsync("77");
        await _database.ExecuteAsync(
            """
            insert into activities (runner_id, connection_id, source, external_id, start_local, sport, surface, is_manual, is_commute, is_private, workout_type, fetched_at, expires_at)
            select @runner, @id, 'strava', n::text, now()::timestamp, 'run', 'outdoor', false, false, false, 0, now(), now() + interval '7 days' from generate_series(1, 3) n;
            insert into activity_tags (activity_id, outcome, lexicon_version, tagged_at) select activity_id, 'weighted', '1', now() from activities limit 2;
            insert into corrections (runner_id, activity_ref, outcome, corrected_at) values (@runner, 'strava:1', 'weighted', now()), (@runner, 'fit:1', 'weighted', now());
            insert into inbox (provider, event_key, owner_external_id, object_type, object_external_id, aspect, occurred_at, received_at, due_at, expires_at)
            values ('strava', 'k', '77', 'activity', '1', 'create', now(), now(), now(), now())
            """,
            new { runner = connection!.RunnerId, id = connection.ConnectionId });

        var deletion = new Deletion(_database.Source, _time);
        var receipt = await deletion.DeleteConnectionAsync(connection.ConnectionId, "disconnected", _time.GetUtcNow(), Cancellation);

        Assert.Equal((3, 2, 1, 1, 1), (receipt!.RowCounts["activities"], receipt.RowCounts["activity_tags"], receipt.RowCounts["corrections"], receipt.RowCounts["inbox"], receipt.RowCounts["connections"]));
        Assert.Equal(0, await _database.ScalarAsync<int>("select (select count(*) from activities) + (select count(*) from connections) + (select count(*) from inbox)"));
        Assert.Equal("fit:1", await _database.ScalarAsync<string>("select activity_ref from corrections"));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from deletion_receipts"));
        Assert.Null(await deletion.DeleteConnectionAsync(connection.ConnectionId, "disconnected", _time.GetUtcNow(), Cancellation));

        Assert.NotNull(await deletion.DeleteRunnerAsync(connection.RunnerId, "account deleted", _time.GetUtcNow(), Cancellation));
        Assert.Equal(0, await _database.ScalarAsync<int>("select (select count(*) from runners) + (select count(*) from corrections)"));
    }

    private Task<Connection?> ConnectAsync(string account, RunnerId? signedInAs = null) => _connections.ConnectAsync(
        new Authorization
        {
            Provider = "strava",
            ExternalId = account,
            Scopes = ["read", "activity:read_all"],
            Tokens = new Tokens("access", "refresh", _time.GetUtcNow().AddHours(6)),
            SignedInAs = signedInAs,
        },
        Cancellation);
}
