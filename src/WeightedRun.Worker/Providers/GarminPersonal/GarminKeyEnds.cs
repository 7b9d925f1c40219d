using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>When the keys of runners end, and who is to be told: in the web face from a week before, and once by mail.</summary>
internal sealed class GarminKeyEnds(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>The key of one runner; null without one. For the web face.</summary>
    public async Task<KeyEnd?> FindAsync(RunnerId runner, CancellationToken cancellation) =>
        (await ReadAsync("and connections.runner_id = @runner", new { GarminPersonalOptions.Provider, runner }, cancellation)).SingleOrDefault();

    /// <summary>Keys whose runner is to be told now and has a confirmed address.</summary>
    public async Task<IReadOnlyList<KeyEnd>> ReadDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var near = await ReadAsync("and email_confirmed_at is not null and access_token_expires_at <= @soon", new { GarminPersonalOptions.Provider, soon = now + KeyExpiry.Notice }, cancellation);
        return [.. near.Where(key => KeyExpiry.IsWarningDue(key.EndsAt, key.WarnedAt, now))];
    }

    public async Task RecordWarnedAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("update connections set key_warned_at = @now where connection_id = @id", new { id, now = time.GetUtcNow() });
    }

    private async Task<IReadOnlyList<KeyEnd>> ReadAsync(string condition, object parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<KeyEnd>(
            $"""
            select connection_id, connections.state, access_token_expires_at as ends_at, key_warned_at as warned_at, email
            from connections join runners using (runner_id)
            where provider = @Provider and access_token_expires_at is not null {condition}
            order by connection_id
            """,
            parameters)).AsList();
    }
}

/// <summary>One runner's key.</summary>
internal sealed record KeyEnd
{
    public required ConnectionId ConnectionId { get; init; }

    /// <summary><c>broken</c> when Garmin no longer accepts it.</summary>
    public required string State { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? WarnedAt { get; init; }

    public string? Email { get; init; }

    /// <summary>Whether the runner should be shown that it ends.</summary>
    public bool IsNear(DateTimeOffset now) => now >= EndsAt - KeyExpiry.Notice;

    /// <summary>Says nothing of the address: it belongs in no log.</summary>
    public override string ToString() => $"KeyEnd of connection {ConnectionId.Value}";
}
