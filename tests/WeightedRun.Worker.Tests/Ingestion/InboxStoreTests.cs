using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Ingestion;

public sealed class InboxStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private InboxStore _inbox = null!;
    private Connection _connection = null!;
    private NpgsqlConnection _session = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _inbox = new InboxStore(_database.Source, _time);
        var connections = new ConnectionStore(_database.Source, await TestSecrets.OpenAsync(_database, MasterKeys.Create()), _time);
        _connection = (await connections.ConnectAsync(new Authorization { Provider = "strava", ExternalId = "77", Scopes = [], Tokens = new Tokens("a", "r", null) }, Cancellation))!;
        _session = await _database.Source.OpenConnectionAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_event_delivered_many_times_at_once_is_one_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AcceptAsync("a")));
        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task The_first_of_many_events_asks_for_a_job_and_the_others_wait_for_it()
    {
        Assert.Equal(_connection.ConnectionId, await AcceptAsync("a"));
        Assert.Null(await AcceptAsync("b"));
        _time.Advance(TimeSpan.FromSeconds(2));
        await InboxStore.FinishAsync(_session, await DueAsync(), "done", null, _time.GetUtcNow());
        Assert.Null(await AcceptAsync("a"));
        Assert.Equal(_connection.ConnectionId, await AcceptAsync("c"));
    }

    [Fact]
    public async Task A_second_change_within_the_second_of_an_event_is_asked_about_whether_it_comes_before_or_after_the_answer_to_the_first()
    {
        await AcceptAsync("a");
        var asked = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMilliseconds(300));
        await AcceptAsync("a");
        await InboxStore.FinishAsync(_session, await DueAsync(), "done", null, asked);
        Assert.Single(await DueAsync());

        await InboxStore.FinishAsync(_session, await DueAsync(), "done", null, _time.GetUtcNow());
        Assert.Empty(await DueAsync());
        _time.Advance(TimeSpan.FromMilliseconds(300));
        Assert.Equal(_connection.ConnectionId, await AcceptAsync("a"));
        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task An_event_of_somebody_unknown_leaves_no_trace()
    {
        Assert.Null(await AcceptAsync("a", owner: "78"));
        Assert.Equal(0, await _database.ScalarAsync<int>("select count(*) from inbox"));
    }

    [Fact]
    public async Task A_postponed_event_waits_and_only_an_attempt_counts_as_one()
    {
        await AcceptAsync("a");
        await InboxStore.PostponeAsync(_session, await DueAsync(), _time.GetUtcNow().AddMinutes(1), "not there yet");
        await InboxStore.HoldAsync(_session, _connection, _time.GetUtcNow().AddMinutes(15));
        _time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Empty(await DueAsync());
        Assert.Empty(await _inbox.ReadDueConnectionsAsync("strava", Cancellation));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Assert.Single(await DueAsync()).Attempts);
        Assert.Equal([_connection.ConnectionId], await _inbox.ReadDueConnectionsAsync("strava", Cancellation));
    }

    [Fact]
    public async Task A_finished_event_is_not_due_again()
    {
        await AcceptAsync("a");
        await InboxStore.FinishAsync(_session, await DueAsync(), "parked", "500", _time.GetUtcNow());
        Assert.Empty(await DueAsync());
        Assert.Equal("parked 500", await _database.ScalarAsync<string>("select state || ' ' || state_reason from inbox"));
    }

    private Task<IReadOnlyList<PendingEvent>> DueAsync() => _inbox.ReadDueAsync(_session, _connection);

    private Task<ConnectionId?> AcceptAsync(string key, string owner = "77") => _inbox.AcceptAsync(
        new IncomingEvent
        {
            Provider = "strava",
            EventKey = key,
            OwnerExternalId = owner,
            ObjectType = "activity",
            ObjectExternalId = "1",
            Aspect = "create",
            OccurredAt = _time.GetUtcNow(),
        },
        _time.GetUtcNow().AddDays(7),
        Cancellation);
}
