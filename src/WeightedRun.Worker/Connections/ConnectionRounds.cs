using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>Which connections are due for what, and when they last had it.</summary>
internal sealed class ConnectionRounds(NpgsqlDataSource source, TimeProvider time)
{
    public Task<IReadOnlyList<ConnectionId>> ReadActiveAsync(string provider, CancellationToken cancellation) =>
        ReadAsync("select connection_id from connections where provider = @provider and state = 'active' order by connection_id", new { provider }, cancellation);

    public Task<IReadOnlyList<ConnectionId>> ReadNotReconciledSinceAsync(string provider, DateTimeOffset since, CancellationToken cancellation) => ReadAsync(
        """
        select connection_id from connections
        where provider = @provider and state = 'active' and (last_reconciled_at is null or last_reconciled_at < @since)
        order by last_reconciled_at nulls first
        """,
        new { provider, since },
        cancellation);

    public Task RecordEventsAsync(ConnectionId id, CancellationToken cancellation) =>
        ExecuteAsync("update connections set last_event_at = @now, last_contact_at = @now where connection_id = @id", id, cancellation);

    public Task RecordReconciledAsync(ConnectionId id, CancellationToken cancellation) =>
        ExecuteAsync("update connections set last_reconciled_at = @now, last_contact_at = @now where connection_id = @id", id, cancellation);

    private async Task<IReadOnlyList<ConnectionId>> ReadAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<ConnectionId>(sql, parameters)).AsList();
    }

    private async Task ExecuteAsync(string sql, ConnectionId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(sql, new { id, now = time.GetUtcNow() });
    }
}
