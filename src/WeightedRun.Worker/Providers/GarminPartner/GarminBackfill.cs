using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>The periods of history that a runner's connection asks for, and what came of each. The rows are the whole state: any process can go on.</summary>
internal sealed class GarminBackfill(NpgsqlDataSource source, IOptions<GarminPartnerOptions> options, TimeProvider time)
{
    /// <summary>Notes what is to be asked for. Periods start and end at midnight UTC and are counted from the first connection: none is asked for twice.</summary>
    public async Task WantAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var connectedAt = await connection.ExecuteScalarAsync<DateTime>("select connected_at from connections where connection_id = @id", new { id });
        var until = new DateTimeOffset(connectedAt.Date.AddDays(1), TimeSpan.Zero);
        List<BackfillWindow> windows = [.. BackfillWindow.Over(until.AddDays(-options.Value.HistoryDays), until)];
        await connection.ExecuteAsync(
            """
            insert into garmin_backfill_windows (connection_id, from_at, until_at)
            select @id, from_at, until_at from unnest(@from, @until) as period (from_at, until_at)
            on conflict (connection_id, from_at, until_at) do update set outcome = null where garmin_backfill_windows.outcome in ('missing_permission', 'not_provisioned')
            """,
            new { id, from = windows.ConvertAll(window => window.From.UtcDateTime), until = windows.ConvertAll(window => window.Until.UtcDateTime) });
    }

    /// <summary>The newest period that was not asked for; null when there is none.</summary>
    public static async Task<BackfillWindow?> FindWantedAsync(AdvisoryLock held, ConnectionId id) =>
        await held.Connection.QuerySingleOrDefaultAsync<WindowRow>(
            "select from_at, until_at from garmin_backfill_windows where connection_id = @id and outcome is null order by until_at desc limit 1", new { id }) is { } row
            ? new BackfillWindow(row.FromAt, row.UntilAt) : null;

    public Task RecordAsync(AdvisoryLock held, ConnectionId id, BackfillWindow window, BackfillOutcome outcome) => held.Connection.ExecuteAsync(
        "update garmin_backfill_windows set outcome = @outcome, asked_at = @now where connection_id = @id and from_at = @From and until_at = @Until",
        new { id, window.From, window.Until, outcome = StoredName.Of(outcome), now = time.GetUtcNow() });

    /// <summary>Connections with periods that were not asked for: the job that should was lost with its process.</summary>
    public async Task<IReadOnlyList<ConnectionId>> ReadUnfinishedAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<ConnectionId>(
            "select distinct connection_id from garmin_backfill_windows join connections using (connection_id) where outcome is null and state = 'active' order by connection_id")).AsList();
    }

    private sealed record WindowRow
    {
        public required DateTimeOffset FromAt { get; init; }

        public required DateTimeOffset UntilAt { get; init; }
    }
}
