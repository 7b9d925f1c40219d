using Microsoft.Extensions.Time.Testing;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Operations;

public sealed class ApiBudgetTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateTimeOffset QuarterPastEight = new(2026, 11, 2, 8, 15, 0, TimeSpan.Zero);
    private static readonly ApiAllowance Allowance = new("strava", 200, 2000, 100, 1000);

    private readonly FakeTimeProvider _time = new(QuarterPastEight.AddMinutes(-5));
    private TestDatabase _database = null!;
    private ApiBudget _budget = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _budget = new ApiBudget(_database.Source, _time);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Many_at_once_get_as_many_calls_as_there_are_and_not_one_more()
    {
        var granted = 0;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < 5; call++)
            {
                if (await IsGrantedAsync(ApiPriority.Event))
                    Interlocked.Increment(ref granted);
            }
        }, Cancellation)));
        Assert.Equal(100, granted);
        Assert.Equal([100, 100, 100, 100], await _database.QueryAsync<int>("select calls_used from api_budget_windows"));
    }

    [Theory]
    [InlineData((int)ApiPriority.Backfill, 79, true)]
    [InlineData((int)ApiPriority.Backfill, 80, false)]
    [InlineData((int)ApiPriority.Reconcile, 89, true)]
    [InlineData((int)ApiPriority.Reconcile, 90, false)]
    [InlineData((int)ApiPriority.Digest, 94, true)]
    [InlineData((int)ApiPriority.Digest, 95, false)]
    [InlineData((int)ApiPriority.Event, 99, true)]
    [InlineData((int)ApiPriority.Event, 100, false)]
    public async Task Each_priority_ends_at_its_share(int priority, int used, bool isGranted)
    {
        await ReportAsync(ApiBucket.Read, ApiSpan.QuarterHour, null, used);
        Assert.Equal(isGranted, await IsGrantedAsync((ApiPriority)priority));
    }

    [Fact]
    public async Task A_refusal_carries_the_end_of_the_window_and_counts_nothing()
    {
        await ReportAsync(ApiBucket.Read, ApiSpan.QuarterHour, null, 100);
        var later = await Assert.ThrowsAsync<RetryLaterException>(() => _budget.ReserveAsync(Allowance, ApiPriority.Event, Cancellation));
        Assert.InRange(later.Until, QuarterPastEight, QuarterPastEight.AddSeconds(10));
        Assert.Equal(1, await _database.ScalarAsync<int>("select calls_used from api_budget_windows where bucket = 'overall' and span = 'day'"));
    }

    [Fact]
    public async Task A_day_used_up_waits_for_midnight_utc()
    {
        await ReportAsync(ApiBucket.Overall, ApiSpan.Day, null, 2000);
        var later = await Assert.ThrowsAsync<RetryLaterException>(() => _budget.ReserveAsync(Allowance, ApiPriority.Event, Cancellation));
        Assert.InRange(later.Until, new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 3, 0, 0, 10, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_new_window_begins_at_zero_with_the_allowance_that_was_last_reported()
    {
        await ReportAsync(ApiBucket.Read, ApiSpan.QuarterHour, 300, 300);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await IsGrantedAsync(ApiPriority.Event));
        Assert.Equal((300, 1), await _database.QueryAsync<(int, int)>(
            "select calls_allowed, calls_used from api_budget_windows where bucket = 'read' and span = 'quarter_hour' order by starts_at desc limit 1") is [var window] ? window : default);
    }

    [Fact]
    public async Task A_report_never_lowers_a_count_because_calls_are_on_their_way()
    {
        for (var call = 0; call < 5; call++)
            await IsGrantedAsync(ApiPriority.Event);

        await ReportAsync(ApiBucket.Read, ApiSpan.QuarterHour, 100, 3);
        Assert.Equal(6, await _database.ScalarAsync<int>("select calls_used from api_budget_windows where bucket = 'read' and span = 'quarter_hour'"));
    }

    [Fact]
    public async Task A_refused_call_without_figures_closes_this_quarter_hour_and_nothing_else()
    {
        var reservedAt = await _budget.ReserveAsync(Allowance, ApiPriority.Event, Cancellation);
        var later = await _budget.CloseAsync("strava", reservedAt, Cancellation);
        Assert.InRange(later.Until, QuarterPastEight, QuarterPastEight.AddSeconds(10));
        Assert.False(await IsGrantedAsync(ApiPriority.Event));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await IsGrantedAsync(ApiPriority.Event));
    }

    private async Task<bool> IsGrantedAsync(ApiPriority priority)
    {
        try
        {
            await _budget.ReserveAsync(Allowance, priority, Cancellation);
            return true;
        }
        catch (RetryLaterException)
        {
            return false;
        }
    }

    private async Task ReportAsync(string bucket, string span, int? allowed, int used)
    {
        var reservedAt = await _budget.ReserveAsync(Allowance, ApiPriority.Event, Cancellation);
        await _budget.ReportAsync("strava", reservedAt, [new ApiUsage(bucket, span, allowed, used)], Cancellation);
    }
}
