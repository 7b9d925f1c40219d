using Dapper;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>What Garmin pushed and what became of it: rows first, work later. Words and files are encrypted, bound to their connection.</summary>
internal sealed class GarminNotices(NpgsqlDataSource source, TokenProtection protection, TimeProvider time)
{
    private const int LongestBatch = 200;

    // As long as Garmin delivers again what it delivered before.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>
    /// Stores the notices of connected users; returns the connections that have something to do. An address that was told before is no news. A summary may
    /// be the same as an earlier one, because the runner took an edit back, and takes its place behind the edit.
    /// </summary>
    public async Task<IReadOnlyList<ConnectionId>> AcceptAsync(IReadOnlyList<GarminNotice> page, CancellationToken cancellation)
    {
        if (page.Count == 0)
            return [];

        await using var connection = await source.OpenConnectionAsync(cancellation);
        var users = (await connection.QueryAsync<UserRow>(
            "select connection_id, external_id from connections where provider = @Provider and external_id = any(@ids)",
            new { GarminPartnerOptions.Provider, ids = page.Select(notice => notice.UserId).OfType<string>().Distinct().ToArray() })).ToDictionary(user => user.ExternalId, user => user.ConnectionId);
        var known = page.Where(notice => notice.UserId is { } user && users.ContainsKey(user))
            .Select(notice => (Connection: users[notice.UserId!], notice.Kind, Words: NoticeWords.Of(notice)))
            .Reverse().DistinctBy(notice => (notice.Connection, Key: NoticeWords.KeyOf(notice.Kind, notice.Words))).Reverse().ToList();
        if (known.Count == 0)
            return [];

        var now = time.GetUtcNow();
        return (await connection.QueryAsync<ConnectionId>(
            """
            with stored as (
                insert into garmin_notices (connection_id, notice_key, kind, words_encrypted, received_at, due_at, expires_at)
                select connection_id, notice_key, kind, words, @now, @now, @end
                from unnest(@connections, @keys, @kinds, @words) with ordinality as notice (connection_id, notice_key, kind, words, place)
                -- One that is just being deleted is nobody's.
                where exists (select from connections where connections.connection_id = notice.connection_id)
                order by place
                on conflict (connection_id, notice_key) do update set
                    words_encrypted = excluded.words_encrypted, received_at = excluded.received_at, due_at = excluded.due_at, expires_at = excluded.expires_at,
                    state = 'pending', state_reason = null, attempts = 0, handled_at = null
                where starts_with(garmin_notices.notice_key, 'word:')
                returning connection_id
            )
            select distinct connection_id from stored
            """,
            new
            {
                now,
                end = now + Retention,
                connections = known.ConvertAll(notice => notice.Connection.Value),
                keys = known.ConvertAll(notice => NoticeWords.KeyOf(notice.Kind, notice.Words)),
                kinds = known.ConvertAll(notice => StoredName.Of(notice.Kind)),
                words = known.ConvertAll(notice => protection.Protect(notice.Connection, NoticeWords.ToJson(notice.Words))),
            })).AsList();
    }

    /// <summary>What waits for one connection and whose time has come, in the order in which it came. Under the connection's lock.</summary>
    public async Task<IReadOnlyList<PendingNotice>> ReadDueAsync(AdvisoryLock held, ConnectionId id) =>
    [
        .. (await held.Connection.QueryAsync<NoticeRow>(
            """
            select notice_id, kind, words_encrypted, attempts, received_at from garmin_notices
            where connection_id = @id and state = 'pending' and due_at <= @now
            order by received_at, notice_id
            limit @LongestBatch
            """,
            new { id, now = time.GetUtcNow(), LongestBatch }))
            .Select(row => new PendingNotice(row.NoticeId, NoticeWords.ToNotice(StoredName.Parse<NoticeKind>(row.Kind), protection.Unprotect(id, row.WordsEncrypted)), row.Attempts, row.ReceivedAt)),
    ];

    /// <summary><paramref name="state"/>: <c>done</c>, <c>ignored</c> or <c>parked</c>. A notice that came again since it was read goes on waiting.</summary>
    public Task FinishAsync(AdvisoryLock held, IReadOnlyList<PendingNotice> notices, string state, string? reason) => notices.Count == 0 ? Task.CompletedTask : held.Connection.ExecuteAsync(
        """
        update garmin_notices set state = @state, state_reason = @reason, handled_at = @now, attempts = attempts + 1, words_encrypted = null, file_encrypted = null
        where notice_id = any(@ids) and received_at <= @readUntil
        """,
        new { state, reason, now = time.GetUtcNow(), readUntil = notices.Max(notice => notice.ReceivedAt), ids = notices.Select(notice => notice.Id.Value).ToArray() });

    public static Task PostponeAsync(AdvisoryLock held, PendingNotice notice, DateTimeOffset dueAt, string reason) => held.Connection.ExecuteAsync(
        "update garmin_notices set due_at = @dueAt, attempts = attempts + 1, state_reason = @reason where notice_id = @Id", new { notice.Id, dueAt, reason });

    /// <summary>The bytes of a file that answers only once, before anything looks into them.</summary>
    public Task SaveFileAsync(AdvisoryLock held, ConnectionId id, PendingNotice notice, byte[] content) => held.Connection.ExecuteAsync(
        "update garmin_notices set file_encrypted = @file where notice_id = @Id", new { notice.Id, file = protection.Protect(id, content) });

    /// <summary>Null when it was not fetched yet.</summary>
    public async Task<byte[]?> ReadFileAsync(AdvisoryLock held, ConnectionId id, PendingNotice notice) =>
        await held.Connection.ExecuteScalarAsync<byte[]?>("select file_encrypted from garmin_notices where notice_id = @Id", new { notice.Id }) is { } file ? protection.UnprotectBytes(id, file) : null;

    /// <summary>The connections with notices whose time has come: their job may have been lost with its process.</summary>
    public async Task<IReadOnlyList<ConnectionId>> ReadDueConnectionsAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<ConnectionId>(
            "select distinct connection_id from garmin_notices where state = 'pending' and due_at <= @now order by connection_id", new { now = time.GetUtcNow() })).AsList();
    }

    private sealed record UserRow
    {
        public required ConnectionId ConnectionId { get; init; }

        public required string ExternalId { get; init; }
    }

    private sealed record NoticeRow
    {
        public required InboxEventId NoticeId { get; init; }

        public required string Kind { get; init; }

        public required byte[] WordsEncrypted { get; init; }

        public required int Attempts { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }
    }
}

/// <summary>A notice that waits to be handled.</summary>
internal sealed record PendingNotice(InboxEventId Id, GarminNotice Notice, int Attempts, DateTimeOffset ReceivedAt);
