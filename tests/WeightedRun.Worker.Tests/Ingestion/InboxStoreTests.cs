using Microsoft.Extensions.Time.Testing;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Ingestion;

public sealed class InboxStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private InboxStore _inbox = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _inbox = new InboxStore(_database.Source, _time);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task An_event_delivered_many_times_at_once_is_one_row()
    {
        var accepted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AcceptAsync("a")));
        Assert.Single(accepted, id => id is not null);
    }

    [Fact]
    public async Task Two_sweeps_at_once_never_take_the_same_event()
    {
        for (var n = 0; n < 40; n++)
            await AcceptAsync($"{n}");

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _inbox.ClaimDueAsync(10, TimeSpan.FromMinutes(5), Cancellation)));
        var ids = claimed.SelectMany(events => events).Select(claimed => claimed.EventId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_claimed_event_whose_job_was_lost_comes_back_after_the_lease()
    {
        await AcceptAsync("a");
        Assert.Single(await _inbox.ClaimDueAsync(10, TimeSpan.FromMinutes(5), Cancellation));
        Assert.Empty(await _inbox.ClaimDueAsync(10, TimeSpan.FromMinutes(5), Cancellation));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(await _inbox.ClaimDueAsync(10, TimeSpan.FromMinutes(5), Cancellation));
    }

    [Fact]
    public async Task A_postponed_event_waits_and_only_an_attempt_counts_as_one()
    {
        var id = (await AcceptAsync("a"))!.Value;
        await _inbox.PostponeAsync(id, _time.GetUtcNow().AddMinutes(1), countsAsAttempt: true, "not there yet", Cancellation);
        await _inbox.PostponeAsync(id, _time.GetUtcNow().AddMinutes(15), countsAsAttempt: false, "no budget", Cancellation);
        Assert.Equal(1, (await _inbox.FindPendingAsync(id, Cancellation))!.Attempts);
        Assert.Empty(await _inbox.ClaimDueAsync(10, TimeSpan.FromMinutes(5), Cancellation));
    }

    [Fact]
    public async Task A_finished_event_is_no_longer_pending_and_stays_finished()
    {
        var id = (await AcceptAsync("a"))!.Value;
        await _inbox.FinishAsync(id, "done", null, Cancellation);
        await _inbox.FinishAsync(id, "parked", "late", Cancellation);
        Assert.Null(await _inbox.FindPendingAsync(id, Cancellation));
        Assert.Equal("done", await _database.ScalarAsync<string>("select state from inbox"));
    }

    private Task<WeightedRun.Worker.Storage.InboxEventId?> AcceptAsync(string key) => _inbox.AcceptAsync(
        new IncomingEvent
        {
            Provider = "strava",
            EventKey = key,
            OwnerExternalId = "77",
            ObjectType = "activity",
            ObjectExternalId = "1",
            Aspect = "create",
            OccurredAt = _time.GetUtcNow(),
        },
        _time.GetUtcNow().AddDays(7),
        Cancellation);
}
