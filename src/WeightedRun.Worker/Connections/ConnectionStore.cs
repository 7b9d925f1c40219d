using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>The authorisations of runners. Tokens are read and written under the connection's lock.</summary>
internal sealed class ConnectionStore(NpgsqlDataSource source, TokenProtection protection, TimeProvider time)
{
    private const string Columns = "connection_id, runner_id, provider, external_id, state, state_reason, scopes, connected_at, last_contact_at, last_reconciled_at";

    /// <summary>
    /// Stores an authorisation, for the runner whose account it already is, else for who is signed in, else for a new runner.
    /// Null when the signed-in runner is connected to another account of that provider.
    /// </summary>
    public async Task<Connection?> ConnectAsync(Authorization authorization, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var known = new { authorization.Provider, authorization.ExternalId };
        // A runner who clicks twice is still one runner.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('account ' || @Provider || ' ' || @ExternalId, 0))", known);
        var runner = await connection.ExecuteScalarAsync<long?>("select runner_id from connections where provider = @Provider and external_id = @ExternalId", known)
            ?? authorization.SignedInAs?.Value
            ?? await connection.ExecuteScalarAsync<long>("insert into runners default values returning runner_id");

        var stored = await connection.QuerySingleOrDefaultAsync<Connection>(
            $"""
            insert into connections (runner_id, provider, external_id, scopes, connected_at, last_contact_at, state_changed_at)
            values (@runner, @Provider, @ExternalId, @scopes, @now, @now, @now)
            on conflict (runner_id, provider) do update
            set scopes = excluded.scopes, state = 'active', state_reason = null, state_changed_at = @now, last_contact_at = @now, expires_at = null
            where connections.external_id = excluded.external_id
            returning {Columns}
            """,
            new { runner, authorization.Provider, authorization.ExternalId, scopes = authorization.Scopes.ToArray(), now = time.GetUtcNow() });
        if (stored is null)
            return null;

        await WriteTokensAsync(connection, stored.ConnectionId, authorization.Tokens);
        await transaction.CommitAsync(cancellation);
        return stored;
    }

    public async Task<Connection?> FindAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Connection>($"select {Columns} from connections where connection_id = @id", new { id });
    }

    public async Task<Connection?> FindByAccountAsync(string provider, string externalId, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Connection>(
            $"select {Columns} from connections where provider = @provider and external_id = @externalId", new { provider, externalId });
    }

    public async Task<Connection?> FindOfRunnerAsync(RunnerId runner, string provider, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Connection>($"select {Columns} from connections where runner_id = @runner and provider = @provider", new { runner, provider });
    }

    /// <summary>One refresh, one sync at a time per connection; freed when the process dies. Null when another holds it after <paramref name="patience"/>.</summary>
    public Task<AdvisoryLock?> LockAsync(ConnectionId id, TimeSpan patience, CancellationToken cancellation) =>
        AdvisoryLock.TakeAsync(source, $"connection {id.Value}", patience, cancellation);

    /// <summary>Null when the connection is gone or has no token. Under the lock, pass the lock's connection.</summary>
    public async Task<Tokens?> ReadTokensAsync(ConnectionId id, NpgsqlConnection connection)
    {
        var row = await connection.QuerySingleOrDefaultAsync<TokenRow>(
            "select access_token_encrypted, refresh_token_encrypted, access_token_expires_at from connections where connection_id = @id", new { id });
        return row is not { AccessTokenEncrypted: { } access }
            ? null
            : new Tokens(
                protection.Unprotect(id, access),
                row.RefreshTokenEncrypted is { } refresh ? protection.Unprotect(id, refresh) : null,
                row.AccessTokenExpiresAt);
    }

    public async Task<Tokens?> ReadTokensAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await ReadTokensAsync(id, connection);
    }

    /// <summary>Through the lock's own session: whoever lost the lock cannot overwrite a newer refresh token.</summary>
    public Task SaveTokensAsync(AdvisoryLock held, ConnectionId id, Tokens tokens) => WriteTokensAsync(held.Connection, id, tokens);

    /// <summary>Every answer of the provider under this authorisation is a contact; a broken connection that answers again is whole.</summary>
    public Task RecordContactAsync(ConnectionId id, CancellationToken cancellation) => ExecuteAsync(
        "update connections set last_contact_at = @now, state = 'active', state_reason = null, expires_at = null where connection_id = @id", new { id, now = time.GetUtcNow() }, cancellation);

    /// <summary>The runner has to connect again. What is left of the connection goes at <paramref name="expiresAt"/>.</summary>
    public Task BreakAsync(ConnectionId id, string reason, DateTimeOffset expiresAt, CancellationToken cancellation) => ExecuteAsync(
        """
        update connections set state = 'broken', state_reason = @reason, state_changed_at = @now, expires_at = @expiresAt
        where connection_id = @id and state = 'active'
        """,
        new { id, reason, expiresAt, now = time.GetUtcNow() },
        cancellation);

    private async Task WriteTokensAsync(NpgsqlConnection connection, ConnectionId id, Tokens tokens) => await connection.ExecuteAsync(
        """
        update connections
        set access_token_encrypted = @access, refresh_token_encrypted = @refresh, access_token_expires_at = @AccessExpiresAt
        where connection_id = @id
        """,
        new
        {
            id,
            access = protection.Protect(id, tokens.Access),
            refresh = tokens.Refresh is null ? null : protection.Protect(id, tokens.Refresh),
            tokens.AccessExpiresAt,
        });

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(sql, parameters);
    }

    private sealed record TokenRow
    {
        public byte[]? AccessTokenEncrypted { get; init; }

        public byte[]? RefreshTokenEncrypted { get; init; }

        public DateTimeOffset? AccessTokenExpiresAt { get; init; }
    }
}
