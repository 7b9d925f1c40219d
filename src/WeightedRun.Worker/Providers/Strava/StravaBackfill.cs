using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>How far the first reading of a runner's history has come. The row is the whole state: any process can go on from it.</summary>
internal sealed class StravaBackfill(NpgsqlDataSource source, IOptions<StravaOptions> options, TimeProvider time)
{
    // A page or twenty details take seconds; who has not been heard of for this long is dead.
    private static readonly TimeSpan SilentFor = TimeSpan.FromMinutes(5);

    public async Task StartAsync(ConnectionId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            insert into backfills (connection_id, oldest_wanted_at, read_back_to_at, started_at, heartbeat_at, expires_at)
            values (@id, @oldest, @now, @now, @now, @expires)
            on conflict (connection_id) do update set
                state = 'running', state_reason = null, oldest_wanted_at = excluded.oldest_wanted_at, read_back_to_at = excluded.read_back_to_at,
                pages_read = 0, activities_read = 0, started_at = excluded.started_at, heartbeat_at = excluded.heartbeat_at, finished_at = null, expires_at = excluded.expires_at
            """,
            new { id, now, oldest = now.AddDays(-options.Value.HistoryDays), expires = now + options.Value.Retention });
    }

    /// <summary>Null when there is nothing left to do.</summary>
    public static async Task<Backfill?> FindAsync(AdvisoryLock held, ConnectionId id) => await held.Connection.QuerySingleOrDefaultAsync<Backfill>(
        "select oldest_wanted_at, read_back_to_at from backfills where connection_id = @id and state = 'running'", new { id });

    /// <summary>Notes what a page left to be read; an empty window when the list is through and the descriptions begin.</summary>
    public Task RecordPageAsync(AdvisoryLock held, ConnectionId id, ListWindow? rest, int activities)
    {
        var now = time.GetUtcNow();
        return held.Connection.ExecuteAsync(
            """
            update backfills
            set oldest_wanted_at = coalesce(@after, oldest_wanted_at), read_back_to_at = coalesce(@before, oldest_wanted_at),
                pages_read = pages_read + 1, activities_read = activities_read + @activities, heartbeat_at = @now, expires_at = @expires
            where connection_id = @id
            """,
            new { id, after = rest?.After, before = rest?.Before, activities, now, expires = now + options.Value.Retention });
    }

    public Task BeatAsync(AdvisoryLock held, ConnectionId id, DateTimeOffset at) =>
        held.Connection.ExecuteAsync("update backfills set heartbeat_at = @at, expires_at = @at + @Retention where connection_id = @id", new { id, at, options.Value.Retention });

    public Task FinishAsync(AdvisoryLock held, ConnectionId id, string state, string? reason) => held.Connection.ExecuteAsync(
        "update backfills set state = @state, state_reason = @reason, finished_at = @now, heartbeat_at = @now where connection_id = @id",
        new { id, state, reason, now = time.GetUtcNow() });

    /// <summary>Backfills whose process died; their hearts beat once so that no second reaper takes them up.</summary>
    public async Task<IReadOnlyList<ConnectionId>> ReviveAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<ConnectionId>(
            """
            update backfills set heartbeat_at = @now
            from connections
            where backfills.connection_id = connections.connection_id and connections.provider = @Provider and connections.state = 'active'
              and backfills.state = 'running' and backfills.heartbeat_at < @before
            returning backfills.connection_id
            """,
            new { StravaOptions.Provider, now, before = now - SilentFor })).AsList();
    }

    public async Task<BackfillProgress?> ReadProgressAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<BackfillProgress>(
            """
            select state, activities_read,
                (select count(*) from activities where activities.connection_id = @id and sport like '%run')::integer as runs,
                (select count(*) from activities where activities.connection_id = @id and sport like '%run' and detail_fetched_at is not null)::integer as runs_in_full
            from backfills where connection_id = @id
            """,
            new { id });
    }
}

internal sealed record Backfill
{
    public required DateTimeOffset OldestWantedAt { get; init; }

    public required DateTimeOffset ReadBackToAt { get; init; }

    /// <summary>Null when the list is through.</summary>
    public ListWindow? Window => OldestWantedAt < ReadBackToAt ? new ListWindow(OldestWantedAt, ReadBackToAt) : null;
}

internal sealed record BackfillProgress
{
    public required string State { get; init; }

    public required int ActivitiesRead { get; init; }

    public required int Runs { get; init; }

    public required int RunsInFull { get; init; }
}
