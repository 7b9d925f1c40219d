using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Account;

/// <summary>A runner's own connections, and nobody else's.</summary>
internal sealed class RunnerConnections(NpgsqlDataSource source)
{
    private const string Sql =
        """
        select connection_id, provider, state, state_reason, scopes, connected_at, last_contact_at, refresh_token_encrypted is null as is_key, access_token_expires_at,
               (select backfills.state from backfills where backfills.connection_id = connections.connection_id) as backfill_state,
               (select activities_read from backfills where backfills.connection_id = connections.connection_id) as activities_read
        from connections
        """;

    public async Task<IReadOnlyList<ConnectionRow>> ReadAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<ConnectionRow>($"{Sql} where runner_id = @runner order by provider", new { runner })).AsList();
    }

    public async Task<ConnectionRow?> FindAsync(RunnerId runner, string provider, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<ConnectionRow>($"{Sql} where runner_id = @runner and provider = @provider", new { runner, provider });
    }

    public async Task<ConnectionRow?> FindAsync(RunnerId runner, ConnectionId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<ConnectionRow>($"{Sql} where runner_id = @runner and connection_id = @id", new { runner, id });
    }
}

/// <summary>A connection as its page shows it.</summary>
internal sealed record ConnectionRow
{
    public required ConnectionId ConnectionId { get; init; }

    public required string Provider { get; init; }

    public required string State { get; init; }

    public string? StateReason { get; init; }

    public required string[] Scopes { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    public required DateTimeOffset LastContactAt { get; init; }

    /// <summary>A key that the runner copied ends for good; an access token is renewed by itself.</summary>
    public required bool IsKey { get; init; }

    public DateTimeOffset? AccessTokenExpiresAt { get; init; }

    public string? BackfillState { get; init; }

    public int? ActivitiesRead { get; init; }
}
