using Dapper;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Ingestion;

/// <summary>Events as providers push them. A row says that something happened, and the provider is asked what: order and number do not matter.</summary>
internal sealed class InboxStore(NpgsqlDataSource source, TimeProvider time)
{
    private const int LongestBatch = 200;

    // The second itself, and one for two clocks that disagree.
    private static readonly TimeSpan SecondOfAnEvent = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Stores an event once, if its owner is connected here. Returns the connection that has something to do now; null when the owner is unknown,
    /// the event is there already, or others of that connection wait and a job is on its way to them.
    /// </summary>
    public async Task<ConnectionId?> AcceptAsync(IncomingEvent incoming, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long?>(
            """
            with owner as (select connection_id from connections where provider = @Provider and external_id = @OwnerExternalId),
            stored as (
                insert into inbox (provider, event_key, owner_external_id, object_type, object_external_id, aspect, occurred_at, received_at, due_at, expires_at)
                select @Provider, @EventKey, @OwnerExternalId, @ObjectType, @ObjectExternalId, @Aspect, @OccurredAt, @now, @now, @expiresAt from owner
                -- Events tell the second. Whoever was asked within it may have answered before its last change, and one more delivery asks once more.
                on conflict (provider, event_key) do update
                    set received_at = @now, state = 'pending',
                        due_at = case when inbox.state = 'pending' then inbox.due_at else @now end,
                        attempts = case when inbox.state = 'pending' then inbox.attempts else 0 end
                    where inbox.state = 'pending' or (inbox.state in ('done', 'ignored') and inbox.handled_at < inbox.occurred_at + @SecondOfAnEvent)
                returning 1
            )
            select connection_id from owner
            where exists (select from stored)
              and not exists (select from inbox where provider = @Provider and owner_external_id = @OwnerExternalId and state = 'pending' and due_at <= @now)
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
                SecondOfAnEvent,
                expiresAt,
            }) is { } id ? new ConnectionId(id) : null;
    }

    /// <summary>What waits for one connection and whose time has come, oldest first. Under the connection's lock.</summary>
    public async Task<IReadOnlyList<PendingEvent>> ReadDueAsync(NpgsqlConnection session, Connection connection) => (await session.QueryAsync<PendingEvent>(
        """
        select event_id, object_type, object_external_id, aspect, occurred_at, attempts from inbox
        where provider = @Provider and owner_external_id = @ExternalId and state = 'pending' and due_at <= @now
        order by due_at, event_id
        limit @LongestBatch
        """,
        new { connection.Provider, connection.ExternalId, now = time.GetUtcNow(), LongestBatch })).AsList();

    /// <summary>
    /// <paramref name="state"/>: <c>done</c>, <c>ignored</c> or <c>parked</c>, after what the provider answered at <paramref name="asked"/> or later.
    /// An event that came again since, about something just then, goes on waiting.
    /// </summary>
    public static async Task FinishAsync(NpgsqlConnection session, IReadOnlyList<PendingEvent> events, string state, string? reason, DateTimeOffset asked)
    {
        await session.ExecuteAsync(
            """
            update inbox set state = @state, state_reason = @reason, attempts = attempts + 1, handled_at = @asked
            where event_id = any(@ids) and (received_at <= @asked or occurred_at + @SecondOfAnEvent <= @asked)
            """,
            new { state, reason, asked, SecondOfAnEvent, ids = IdsOf(events) });
        foreach (var pending in events)
            Telemetry.TimeEvent(asked - pending.OccurredAt);
    }

    /// <summary>Whether an event as old as these or newer, which overtook them, told of the activity's deletion.</summary>
    public static Task<bool> IsDeletedSinceAsync(NpgsqlConnection session, Connection connection, string objectExternalId, DateTimeOffset newest) => session.ExecuteScalarAsync<bool>(
        """
        select exists (
            select from inbox where provider = @Provider and owner_external_id = @ExternalId
                and object_type = 'activity' and object_external_id = @objectExternalId and aspect = 'delete' and occurred_at >= @newest)
        """,
        new { connection.Provider, connection.ExternalId, objectExternalId, newest });

    /// <summary>What an activity's earlier events still wait for will not come: it was deleted since.</summary>
    public static Task DropOlderAsync(NpgsqlConnection session, Connection connection, string objectExternalId, DateTimeOffset deletedAt, DateTimeOffset asked) => session.ExecuteAsync(
        """
        update inbox set state = 'ignored', state_reason = 'deleted since', handled_at = @asked
        where provider = @Provider and owner_external_id = @ExternalId and state = 'pending'
          and object_type = 'activity' and object_external_id = @objectExternalId
          and occurred_at <= @deletedAt and (occurred_at < @deletedAt or received_at <= @asked)
        """,
        new { connection.Provider, connection.ExternalId, objectExternalId, deletedAt, asked });

    /// <summary>They wait for another attempt, at the next rung of the ladder.</summary>
    public static Task PostponeAsync(NpgsqlConnection session, IEnumerable<PendingEvent> events, DateTimeOffset dueAt, string reason) => session.ExecuteAsync(
        "update inbox set due_at = @dueAt, attempts = attempts + 1, state_reason = @reason where event_id = any(@ids)",
        new { dueAt, reason, ids = IdsOf(events) });

    /// <summary>Nothing of this connection can be handled before: no attempt is counted.</summary>
    public static Task HoldAsync(NpgsqlConnection session, Connection connection, DateTimeOffset until) => session.ExecuteAsync(
        "update inbox set due_at = @until where provider = @Provider and owner_external_id = @ExternalId and state = 'pending' and due_at < @until",
        new { connection.Provider, connection.ExternalId, until });

    /// <summary>The connections with events whose time has come: their job may have been lost with its process.</summary>
    public async Task<IReadOnlyList<ConnectionId>> ReadDueConnectionsAsync(string provider, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<ConnectionId>(
            """
            select connection_id from connections
            where provider = @provider and external_id in (
                select owner_external_id from inbox where provider = @provider and state = 'pending' and due_at <= @now)
            order by connection_id
            """,
            new { provider, now = time.GetUtcNow() })).AsList();
    }

    private static long[] IdsOf(IEnumerable<PendingEvent> events) => [.. events.Select(pending => pending.EventId.Value)];
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

    public required string ObjectType { get; init; }

    public required string ObjectExternalId { get; init; }

    public required string Aspect { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required int Attempts { get; init; }
}
