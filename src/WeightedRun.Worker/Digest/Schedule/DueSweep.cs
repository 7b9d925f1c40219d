using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Digest.Schedule;

/// <summary>Opens a ledger row for every runner whose hour has come, and sets their next one. Any number of processes may sweep at once.</summary>
internal sealed class DueSweep(NpgsqlDataSource source, TimeProvider time)
{
    // One transaction of some milliseconds; a Monday morning of 10,000 runners is twenty of them.
    private const int BatchSize = 500;

    // After two days the week that it would report is old news: recorded, not sent.
    private static readonly TimeSpan CatchUp = TimeSpan.FromHours(48);

    /// <summary>How many digests became due.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var opened = 0;
        while (await SweepAsync(cancellation) is var batch and > 0)
            opened += batch;

        return opened;
    }

    private async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var due = (await connection.QueryAsync<DueRow>(
            """
            select runner_id, time_zone, week_starts_on, weekday, hour, next_due_at
            from digest_settings join runners using (runner_id)
            where unsubscribed_at is null and email_confirmed_at is not null and next_due_at <= @now
            order by next_due_at
            limit @BatchSize
            for update of digest_settings skip locked
            """,
            new { now, BatchSize },
            transaction)).AsList();
        if (due.Count == 0)
            return 0;

        var times = due.ConvertAll(row => new DigestTime(DigestSubscriptions.ZoneOf(row.TimeZone), (DayOfWeek)row.Weekday, row.Hour));
        await connection.ExecuteAsync(
            """
            insert into digests (runner_id, week_starts_on, state, state_reason, due_at, next_try_at)
            select runner_id, week_starts_on, state, case when state = 'skipped' then 'overdue by more than two days' end, due_at, due_at
            from unnest(@runners, @weeks, @states, @dueAt) as opened (runner_id, week_starts_on, state, due_at)
            on conflict on constraint digests_one_per_week do nothing
            """,
            new
            {
                runners = due.ConvertAll(row => row.RunnerId),
                weeks = due.Select((row, i) => times[i].WeekOf(row.NextDueAt, (DayOfWeek)row.WeekStartsOn).StartsOn).ToArray(),
                states = due.ConvertAll(row => now - row.NextDueAt > CatchUp ? "skipped" : "pending"),
                dueAt = due.ConvertAll(row => row.NextDueAt.UtcDateTime),
            },
            transaction);
        await connection.ExecuteAsync(
            """
            update digest_settings set next_due_at = next.due_at
            from unnest(@runners, @dueAt) as next (runner_id, due_at)
            where digest_settings.runner_id = next.runner_id
            """,
            new { runners = due.ConvertAll(row => row.RunnerId), dueAt = due.Select((row, i) => times[i].NextAfter(row.NextDueAt).UtcDateTime).ToArray() },
            transaction);
        await transaction.CommitAsync(cancellation);
        return due.Count;
    }

    private sealed record DueRow
    {
        public required long RunnerId { get; init; }

        public required string TimeZone { get; init; }

        public required short WeekStartsOn { get; init; }

        public required short Weekday { get; init; }

        public required short Hour { get; init; }

        public required DateTimeOffset NextDueAt { get; init; }
    }
}
