using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Ingestion;

/// <summary>Removes what providers let the product keep for a while, and with each row all that hangs on it.</summary>
internal sealed partial class PurgeExpiredJob(NpgsqlDataSource source, TimeProvider time, ILogger<PurgeExpiredJob> logger)
{
    /// <summary>The tables whose rows carry their own end. A test holds this list against the database.</summary>
    public static readonly string[] Tables = ["inbox", "garmin_notices", "parked_activities", "backfills", "body_mass_entries", "activities", "connections"];

    // Large enough to be quick, small enough that no lock is held for long and a kill loses little.
    private const int BatchRows = 2000;

    // Somebody agreed, went to a provider, and never came back: nobody's word about nothing.
    private static readonly TimeSpan NobodysConsent = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var table in Tables)
        {
            var rows = await InBatchesAsync(connection, $"delete from {table} where ctid in (select ctid from {table} where expires_at <= @now limit @BatchRows for update skip locked)", cancellation);
            if (rows > 0)
                Log.Purged(logger, rows, table);
        }

        await InBatchesAsync(
            connection,
            """
            update activities set description = null, private_note = null, gear_name = null, detail_expires_at = null
            where ctid in (select ctid from activities where detail_expires_at <= @now limit @BatchRows for update skip locked)
            """,
            cancellation);
        await InBatchesAsync(
            connection,
            """
            update corrections set previous_outcome = null, previous_pieces = null, previous_until = null
            where ctid in (select ctid from corrections where previous_until <= @now limit @BatchRows for update skip locked)
            """,
            cancellation);
        await InBatchesAsync(
            connection,
            "delete from consents where ctid in (select ctid from consents where runner_id is null and given_at <= @longAgo limit @BatchRows for update skip locked)",
            cancellation);
    }

    private async Task<int> InBatchesAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        var (all, batch) = (0, BatchRows);
        while (batch == BatchRows)
        {
            cancellation.ThrowIfCancellationRequested();
            batch = await connection.ExecuteAsync(sql, new { now = time.GetUtcNow(), longAgo = time.GetUtcNow() - NobodysConsent, BatchRows });
            all += batch;
        }

        return all;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Purged {Rows} expired rows of {Table}")]
        public static partial void Purged(ILogger logger, int rows, string table);
    }
}
