using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Ingestion;

/// <summary>Events as providers push them. A row says that something happened, and the provider is asked what.</summary>
internal sealed class InboxStore(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Null when the same event is there already.</summary>
    public async Task<InboxEventId?> AcceptAsync(IncomingEvent incoming, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var id = await connection.ExecuteScalarAsync<long?>(
            """
            insert into inbox (provider, event_key, owner_external_id, object_type, object_external_id, aspect, occurred_at, received_at, due_at, expires_at)
            values (@Provider, @EventKey, @OwnerExternalId, @ObjectType, @ObjectExternalId, @Aspect, @OccurredAt, @now, @now, @expiresAt)
            on conflict (provider, event_key) do nothing
            returning event_id
            """,
            new
            {
                incoming.Provider,
                incoming.EventKey,
                incoming.OwnerExternalId,
                incoming.ObjectType,
                incoming.ObjectExternalId,
                incoming.Aspect,
                incoming.OccurredAt,
                now = time.GetUtcNow(),
                expiresAt,
            });
        return id is { } value ? new InboxEventId(value) : null;
    }

    /// <summary>Null when it is not there, or no longer waits to be handled.</summary>
    public async Task<PendingEvent?> FindPendingAsync(InboxEventId id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<PendingEvent>($"select {Columns} from inbox where event_id = @id and state = 'pending'", new { id });
    }

    /// <summary>
    /// Events whose time has come, oldest first, pushed out of reach for <paramref name="lease"/>: two sweeps at once never take the same,
    /// and one whose job was lost comes back.
    /// </summary>
    public async Task<IReadOnlyList<PendingEvent>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<PendingEvent>(
            $"""
            update inbox set due_at = @until
            where event_id in (
                select event_id from inbox where state = 'pending' and due_at <= @now
                order by due_at limit @limit for update skip locked)
            returning {Columns}
            """,
            new { now = time.GetUtcNow(), until = time.GetUtcNow() + lease, limit })).AsList();
    }

    /// <summary>It waits for another attempt, at the next rung of the ladder or when the budget allows.</summary>
    public Task PostponeAsync(InboxEventId id, DateTimeOffset dueAt, bool countsAsAttempt, string reason, CancellationToken cancellation) => ExecuteAsync(
        "update inbox set due_at = @dueAt, attempts = attempts + @counted, state_reason = @reason where event_id = @id and state = 'pending'",
        new { id, dueAt, counted = countsAsAttempt ? 1 : 0, reason },
        cancellation);

    /// <summary><paramref name="state"/>: <c>done</c>, <c>ignored</c> or <c>parked</c>.</summary>
    public Task FinishAsync(InboxEventId id, string state, string? reason, CancellationToken cancellation) => ExecuteAsync(
        "update inbox set state = @state, state_reason = @reason, handled_at = @now where event_id = @id and state = 'pending'",
        new { id, state, reason, now = time.GetUtcNow() },
        cancellation);

    private const string Columns = "event_id, provider, owner_external_id, object_type, object_external_id, aspect, occurred_at, attempts";

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(sql, parameters);
    }
}

/// <summary>An event on its way into the inbox. The key is the same for each delivery of the same event.</summary>
internal sealed record IncomingEvent
{
    public required string Provider { get; init; }

    public required string EventKey { get; init; }

    public required string OwnerExternalId { get; init; }

    public required string ObjectType { get; init; }

    public required string ObjectExternalId { get; init; }

    public required string Aspect { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>An event that waits to be handled.</summary>
internal sealed record PendingEvent
{
    public required InboxEventId EventId { get; init; }

    public required string Provider { get; init; }

    public required string OwnerExternalId { get; init; }

    public required string ObjectType { get; init; }

    public required string ObjectExternalId { get; init; }

    public required string Aspect { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required int Attempts { get; init; }
}
