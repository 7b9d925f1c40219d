using System.Text.Json;
using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>Removes all of a connection or of a runner in one transaction, and leaves a receipt in numbers.</summary>
internal sealed class Deletion(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Null when it was gone already. <paramref name="cause"/>: <c>disconnected</c>, <c>deauthorized</c>, ...</summary>
    public Task<DeletionReceipt?> DeleteConnectionAsync(ConnectionId id, string cause, DateTimeOffset requestedAt, CancellationToken cancellation) => DeleteAsync(
        "select runner_id, provider from connections where connection_id = @id for update",
        """
        with gone as (select runner_id, provider, external_id from connections where connection_id = @id),
        events as (delete from inbox using gone where inbox.provider = gone.provider and owner_external_id = gone.external_id returning 1),
        words as (delete from corrections using gone where corrections.runner_id = gone.runner_id and starts_with(activity_ref, gone.provider || ':') returning 1),
        decisions as (
            delete from run_decisions using gone
            where run_decisions.runner_id = gone.runner_id and (starts_with(one_ref, gone.provider || ':') or starts_with(other_ref, gone.provider || ':'))
            returning 1)
        select (select count(*) from activities where connection_id = @id) as activities,
               (select count(*) from activity_tags join activities using (activity_id) where connection_id = @id) as activity_tags,
               (select count(*) from body_mass_entries where connection_id = @id) as body_mass_entries,
               (select count(*) from parked_activities where connection_id = @id) as parked_activities,
               (select count(*) from backfills where connection_id = @id) as backfills,
               (select count(*) from events) as inbox,
               (select count(*) from words) as corrections,
               (select count(*) from decisions) as run_decisions,
               (select count(*) from garmin_notices where connection_id = @id) as garmin_notices,
               1 as connections
        """,
        "delete from connections where connection_id = @id",
        new { id = id.Value },
        cause,
        requestedAt,
        cancellation);

    public Task<DeletionReceipt?> DeleteRunnerAsync(RunnerId id, string cause, DateTimeOffset requestedAt, CancellationToken cancellation) => DeleteAsync(
        "select runner_id, null as provider from runners where runner_id = @id for update",
        """
        with accounts as (select provider, external_id from connections where runner_id = @id),
        events as (delete from inbox using accounts where inbox.provider = accounts.provider and owner_external_id = accounts.external_id returning 1)
        select (select count(*) from activities where runner_id = @id) as activities,
               (select count(*) from activity_tags join activities using (activity_id) where runner_id = @id) as activity_tags,
               (select count(*) from body_mass_entries where runner_id = @id) as body_mass_entries,
               (select count(*) from parked_activities join connections using (connection_id) where runner_id = @id) as parked_activities,
               (select count(*) from backfills join connections using (connection_id) where runner_id = @id) as backfills,
               (select count(*) from events) as inbox,
               (select count(*) from corrections where runner_id = @id) as corrections,
               (select count(*) from run_decisions where runner_id = @id) as run_decisions,
               (select count(*) from load_settings where runner_id = @id) as load_settings,
               (select count(*) from garmin_notices join connections using (connection_id) where runner_id = @id) as garmin_notices,
               (select count(*) from accounts) as connections,
               1 as runners
        """,
        "delete from runners where runner_id = @id",
        new { id = id.Value },
        cause,
        requestedAt,
        cancellation);

    private async Task<DeletionReceipt?> DeleteAsync(string find, string count, string delete, object id, string cause, DateTimeOffset requestedAt, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var subject = (IDictionary<string, object?>?)await connection.QuerySingleOrDefaultAsync(find, id);
        if (subject is null)
            return null;

        var counts = ((IDictionary<string, object>)await connection.QuerySingleAsync(count, id)).ToDictionary(row => row.Key, row => Convert.ToInt64(row.Value, null));
        await connection.ExecuteAsync(delete, id);
        var receipt = new DeletionReceipt(new RunnerId((long)subject["runner_id"]!), (string?)subject["provider"], cause, counts);
        await connection.ExecuteAsync(
            """
            insert into deletion_receipts (runner_id, provider, cause, requested_at, completed_at, row_counts)
            values (@RunnerId, @Provider, @Cause, @requestedAt, @now, @counts::jsonb)
            """,
            new { receipt.RunnerId, receipt.Provider, receipt.Cause, requestedAt, now = time.GetUtcNow(), counts = JsonSerializer.Serialize(counts) });
        await transaction.CommitAsync(cancellation);
        return receipt;
    }
}

/// <summary>What was deleted, in rows per table.</summary>
internal sealed record DeletionReceipt(RunnerId RunnerId, string? Provider, string Cause, IReadOnlyDictionary<string, long> RowCounts);
