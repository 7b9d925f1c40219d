using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Schedule;

/// <summary>When each runner wants the digest. A change never makes a second one of a week: the ledger knows the weeks.</summary>
internal sealed class DigestSubscriptions(NpgsqlDataSource source, TimeProvider time)
{
    private const DayOfWeek DefaultWeekday = DayOfWeek.Monday;
    private const int DefaultHour = 7;

    /// <summary>Null for a runner who has none yet: they begin with the confirmed address.</summary>
    public async Task<DigestSettings?> FindAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<SettingsRow>(
            "select weekday, hour, time_zone, unsubscribed_at, next_due_at from digest_settings join runners using (runner_id) where runner_id = @runner", new { runner });
        return row is null ? null : new DigestSettings
        {
            Time = new DigestTime(ZoneOf(row.TimeZone), (DayOfWeek)row.Weekday, row.Hour),
            IsUnsubscribed = row.UnsubscribedAt is not null,
            NextDueAt = row.NextDueAt,
        };
    }

    /// <summary>Weekday, hour and zone; the next digest comes at the first such moment from now on.</summary>
    public async Task SaveAsync(RunnerId runner, DigestTime wanted, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            with moved as (update runners set time_zone = @zone where runner_id = @runner returning runner_id)
            insert into digest_settings (runner_id, weekday, hour, next_due_at)
            select runner_id, @weekday, @hour, @nextDueAt from moved
            on conflict (runner_id) do update set weekday = excluded.weekday, hour = excluded.hour, next_due_at = excluded.next_due_at
            """,
            new { runner, zone = wanted.Zone.Id, weekday = (short)wanted.Weekday, hour = (short)wanted.Hour, nextDueAt = wanted.NextAfter(time.GetUtcNow()) });
    }

    /// <summary>The address is confirmed: from now on there is a digest, on Monday at seven unless the runner said otherwise before.</summary>
    public async Task BeginAsync(RunnerId runner, CancellationToken cancellation)
    {
        if (await FindAsync(runner, cancellation) is not null)
            return;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await connection.QuerySingleOrDefaultAsync<string>("select time_zone from runners where runner_id = @runner", new { runner }) is { } zone)
            await SaveAsync(runner, new DigestTime(ZoneOf(zone), DefaultWeekday, DefaultHour), cancellation);
    }

    /// <summary>At once and for good, also for a digest that is waiting to be sent. Saying it again changes nothing.</summary>
    public async Task UnsubscribeAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            with ended as (
                insert into digest_settings (runner_id, next_due_at, unsubscribed_at)
                select runner_id, @now, @now from runners where runner_id = @runner
                on conflict (runner_id) do update set unsubscribed_at = coalesce(digest_settings.unsubscribed_at, excluded.unsubscribed_at)
            )
            update digests set state = 'skipped', state_reason = 'unsubscribed' where runner_id = @runner and state = 'pending'
            """,
            new { runner, now = time.GetUtcNow() });
    }

    /// <summary>The weeks in between stay unsaid.</summary>
    public async Task ResubscribeAsync(RunnerId runner, CancellationToken cancellation)
    {
        if (await FindAsync(runner, cancellation) is not { IsUnsubscribed: true } settings)
            return;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            "update digest_settings set unsubscribed_at = null, next_due_at = @next where runner_id = @runner", new { runner, next = settings.Time.NextAfter(time.GetUtcNow()) });
    }

    /// <summary>A zone that this machine does not know must not stop everybody's Monday.</summary>
    public static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    private sealed record SettingsRow
    {
        public required short Weekday { get; init; }

        public required short Hour { get; init; }

        public required string TimeZone { get; init; }

        public DateTimeOffset? UnsubscribedAt { get; init; }

        public required DateTimeOffset NextDueAt { get; init; }
    }
}
