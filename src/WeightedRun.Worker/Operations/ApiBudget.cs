using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Operations;

/// <summary>
/// The one ledger of calls to a provider, shared by all processes: a read counts in four windows (overall and read, quarter hour and UTC day)
/// and is made only where all four have room for its priority.
/// </summary>
internal sealed class ApiBudget(NpgsqlDataSource source, TimeProvider time)
{
    private const int Windows = 4;
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15);

    // The provider's clock may be a little behind ours; a call that comes too early is refused and still counts for the day.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromSeconds(3);

    /// <summary>Counts one call in advance and returns when it was counted; throws where there is no room.</summary>
    /// <exception cref="RetryLaterException">A window is used up for this priority; it carries the window's end.</exception>
    public async Task<DateTimeOffset> ReserveAsync(ApiAllowance allowance, ApiPriority priority, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        while (true)
        {
            var now = time.GetUtcNow();
            var reservation = await connection.QuerySingleAsync<Reservation>(
                """
                with held as (
                    select bucket, span, starts_at, ends_at, calls_used >= floor(calls_allowed * @share) as is_full
                    from api_budget_windows
                    where provider = @Provider and starts_at <= @now and ends_at > @now
                    order by bucket, span, starts_at
                    for update
                ),
                counted as (
                    update api_budget_windows as windows set calls_used = windows.calls_used + 1
                    from held
                    where windows.provider = @Provider and windows.bucket = held.bucket and windows.span = held.span and windows.starts_at = held.starts_at
                      and (select count(*) filter (where is_full) = 0 and count(*) = @Windows from held)
                    returning 1
                )
                select (select count(*) from held) as windows, (select count(*) from counted) as counted, (select max(ends_at) from held where is_full) as full_until
                """,
                new { allowance.Provider, now, share = priority.ShareOfAllowance(), Windows });
            if (reservation.Counted == Windows)
            {
                Telemetry.CountCall(allowance.Provider, priority);
                return now;
            }

            if (reservation.FullUntil is { } end)
                throw new RetryLaterException($"No {allowance.Provider} call left for {priority} in this window", end + ClockMargin);

            await OpenWindowsAsync(connection, allowance, now);
        }
    }

    /// <summary>The provider counts too, and knows of calls that were not ours. Never lowers a count: calls may be on their way.</summary>
    public async Task ReportAsync(string provider, DateTimeOffset reservedAt, IReadOnlyList<ApiUsage> usages, CancellationToken cancellation)
    {
        if (usages.Count == 0)
            return;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            with reported as (select * from unnest(@buckets, @spans, @allowed, @used) as reported (bucket, span, calls_allowed, calls_used)),
            held as (
                select bucket, span, starts_at
                from api_budget_windows
                where provider = @provider and starts_at <= @reservedAt and ends_at > @reservedAt
                order by bucket, span, starts_at
                for update
            )
            update api_budget_windows as windows
            set calls_allowed = coalesce(reported.calls_allowed, windows.calls_allowed),
                calls_used = greatest(windows.calls_used, reported.calls_used),
                reported_at = @now
            from held join reported using (bucket, span)
            where windows.provider = @provider and windows.bucket = held.bucket and windows.span = held.span and windows.starts_at = held.starts_at
            """,
            new
            {
                provider,
                reservedAt,
                now = time.GetUtcNow(),
                buckets = usages.Select(usage => usage.Bucket).ToArray(),
                spans = usages.Select(usage => usage.Span).ToArray(),
                allowed = usages.Select(usage => usage.Allowed).ToArray(),
                used = usages.Select(usage => usage.Used).ToArray(),
            });
    }

    /// <summary>The provider refused a call as one too many: no more in the windows that are full, or, where none looks full, in this quarter hour.</summary>
    public async Task<RetryLaterException> CloseAsync(string provider, DateTimeOffset reservedAt, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var end = await connection.ExecuteScalarAsync<DateTime?>(
            """
            with held as (
                select bucket, span, starts_at, ends_at, calls_used >= calls_allowed as is_full
                from api_budget_windows
                where provider = @provider and starts_at <= @reservedAt and ends_at > @reservedAt
                order by bucket, span, starts_at
                for update
            ),
            closed as (
                update api_budget_windows as windows set calls_used = windows.calls_allowed
                from held
                where windows.provider = @provider and windows.bucket = held.bucket and windows.span = held.span and windows.starts_at = held.starts_at
                  and held.span = @QuarterHour and not exists (select from held where is_full)
                returning windows.ends_at
            )
            select coalesce((select max(ends_at) from held where is_full), (select max(ends_at) from closed))
            """,
            new { provider, reservedAt, ApiSpan.QuarterHour });
        return new RetryLaterException($"{provider} refused a call: rate limit", (end is { } at ? new DateTimeOffset(at) : EndOf(reservedAt, QuarterHour)) + ClockMargin);
    }

    /// <summary>Windows long over say nothing to anybody.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync("delete from api_budget_windows where ends_at < @before", new { before = time.GetUtcNow().AddDays(-2) });
    }

    // What the provider last said it allows holds for the next window too.
    private static async Task OpenWindowsAsync(NpgsqlConnection connection, ApiAllowance allowance, DateTimeOffset now)
    {
        var (quarter, day) = (StartOf(now, QuarterHour), StartOf(now, TimeSpan.FromDays(1)));
        await connection.ExecuteAsync(
            """
            insert into api_budget_windows (provider, bucket, span, starts_at, ends_at, calls_allowed)
            select @Provider, bucket, span, starts_at, ends_at, coalesce((
                select calls_allowed from api_budget_windows as earlier
                where earlier.provider = @Provider and earlier.bucket = opened.bucket and earlier.span = opened.span and earlier.starts_at < opened.starts_at
                order by earlier.starts_at desc limit 1), calls_allowed)
            from unnest(@buckets, @spans, @starts, @ends, @allowed) as opened (bucket, span, starts_at, ends_at, calls_allowed)
            on conflict do nothing
            """,
            new
            {
                allowance.Provider,
                buckets = new[] { ApiBucket.Overall, ApiBucket.Overall, ApiBucket.Read, ApiBucket.Read },
                spans = new[] { ApiSpan.Day, ApiSpan.QuarterHour, ApiSpan.Day, ApiSpan.QuarterHour },
                starts = new[] { day, quarter, day, quarter },
                ends = new[] { day.AddDays(1), quarter + QuarterHour, day.AddDays(1), quarter + QuarterHour },
                allowed = new[] { allowance.OverallPerDay, allowance.OverallPerQuarterHour, allowance.ReadPerDay, allowance.ReadPerQuarterHour },
            });
    }

    private static DateTimeOffset StartOf(DateTimeOffset now, TimeSpan span) => new(now.UtcTicks - (now.UtcTicks % span.Ticks), TimeSpan.Zero);

    private static DateTimeOffset EndOf(DateTimeOffset now, TimeSpan span) => StartOf(now, span) + span;

    private sealed record Reservation
    {
        public required long Windows { get; init; }

        public required long Counted { get; init; }

        public DateTimeOffset? FullUntil { get; init; }
    }
}
