using Dapper;
using Npgsql;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>
/// The states of each runner's digest of a week: pending, composing, sending, then sent, failed, skipped or ambiguous. Every step names the
/// claim that it was begun under, so that of two workers one goes on and the other finds nothing to do.
/// </summary>
internal sealed class DigestLedger(NpgsqlDataSource source, DueSweep sweep, TimeProvider time)
{
    // Composing takes milliseconds and an SMTP dialogue at most minutes: who has not come back by then is dead.
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>Takes due digests to compose them.</summary>
    public async Task<IReadOnlyList<ClaimedDigest>> ClaimAsync(int count, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<ClaimedDigest>(
            """
            update digests set state = 'composing', claim = @claim, claimed_at = @now, attempts = attempts + 1
            where digest_id in (
                select digest_id from digests
                where state = 'pending' and next_try_at <= @now
                order by next_try_at
                limit @count
                for update skip locked)
            returning digest_id, runner_id, week_starts_on, kind, due_at, attempts, has_turn, claim
            """,
            new { claim = Guid.NewGuid(), now = time.GetUtcNow(), count })).AsList();
    }

    /// <summary>Writes the rendered message down; from here on it is never sent a second time without somebody's word. False when the claim was lost.</summary>
    public Task<bool> BeginSendingAsync(ClaimedDigest digest, string messageId, byte[] message, CancellationToken cancellation) => StepAsync(
        "update digests set state = 'sending', message_id = @messageId, message = @message, claimed_at = @now where digest_id = @DigestId and claim = @Claim and state = 'composing'",
        new { digest.DigestId, digest.Claim, messageId, message, now = time.GetUtcNow() },
        cancellation);

    /// <summary>The mail server took it.</summary>
    public Task<bool> SentAsync(ClaimedDigest digest, CancellationToken cancellation) => EndAsync(
        "sent",
        "update digests set state = 'sent', state_reason = null, claim = null, message = null, sent_at = @now where digest_id = @DigestId and claim = @Claim and state = 'sending'",
        new { digest.DigestId, digest.Claim, now = time.GetUtcNow() },
        cancellation);

    /// <summary>Certainly not delivered: again at <paramref name="at"/>, composed anew.</summary>
    public Task<bool> TryLaterAsync(ClaimedDigest digest, DateTimeOffset at, string reason, CancellationToken cancellation) => StepAsync(
        "update digests set state = 'pending', state_reason = @reason, next_try_at = @at, has_turn = false, claim = null, message = null where digest_id = @DigestId and claim = @Claim",
        new { digest.DigestId, digest.Claim, at, reason },
        cancellation);

    /// <summary>Nothing was tried, so nothing failed: again at <paramref name="at"/>.</summary>
    public Task<bool> WaitAsync(ClaimedDigest digest, DateTimeOffset at, string reason, bool hasTurn, CancellationToken cancellation) => StepAsync(
        """
        update digests set state = 'pending', state_reason = @reason, next_try_at = @at, has_turn = @hasTurn, attempts = attempts - 1, claim = null, message = null
        where digest_id = @DigestId and claim = @Claim
        """,
        new { digest.DigestId, digest.Claim, at, reason, hasTurn },
        cancellation);

    /// <summary>The end of it, undelivered: <c>failed</c> or <c>skipped</c>.</summary>
    public Task<bool> GiveUpAsync(ClaimedDigest digest, string state, string reason, CancellationToken cancellation) => EndAsync(
        state,
        "update digests set state = @state, state_reason = @reason, claim = null, message = null where digest_id = @DigestId and claim = @Claim",
        new { digest.DigestId, digest.Claim, state, reason },
        cancellation);

    /// <summary>Nobody can say whether it was delivered: kept for an admin, never repeated by itself.</summary>
    public Task<bool> AmbiguousAsync(ClaimedDigest digest, string reason, CancellationToken cancellation) => EndAsync(
        "ambiguous",
        "update digests set state = 'ambiguous', state_reason = @reason, claim = null where digest_id = @DigestId and claim = @Claim and state = 'sending'",
        new { digest.DigestId, digest.Claim, reason },
        cancellation);

    /// <summary>What dead workers left behind: composing begins again, sending is ambiguous.</summary>
    public async Task<int> RecoverAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(
            """
            update digests set
                state = case state when 'composing' then 'pending' else 'ambiguous' end,
                state_reason = case state when 'composing' then 'its worker was lost' else 'its worker was lost while the mail server was being spoken to' end,
                claim = null
            where claim is not null and claimed_at < @before
            """,
            new { before = time.GetUtcNow() - Lease });
    }

    /// <summary>How many digests could be sent now, and how many workers have been at it in the last minute: a dead one must not keep others from being sent for.</summary>
    public async Task<(int Due, int Workers)> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<(int, int)>(
            """
            select (select count(*) from digests where state = 'pending' and next_try_at <= @now)::int,
                   (select count(distinct claim) from digests where claimed_at > @recently and claim is not null)::int
            """,
            new { now = time.GetUtcNow(), recently = time.GetUtcNow().AddMinutes(-1) });
    }

    /// <summary>What an admin can decide about, the newest first.</summary>
    public async Task<IReadOnlyList<UndeliveredDigest>> ReadUndeliveredAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<UndeliveredDigest>(
            "select digest_id, runner_id, week_starts_on, state, state_reason from digests where state in ('ambiguous', 'failed') order by digest_id desc limit 1000")).AsList();
    }

    /// <summary>An admin's decision about an ambiguous or failed digest: it is composed and sent again.</summary>
    public async Task<bool> ResendAsync(long digestId, CancellationToken cancellation) => await StepAsync(
        "update digests set state = 'pending', state_reason = 'resend was asked for', due_at = @now, next_try_at = @now, attempts = 0, message = null where digest_id = @digestId and state in ('ambiguous', 'failed')",
        new { digestId, now = time.GetUtcNow() },
        cancellation);

    /// <summary>
    /// After a copy of the database was brought back: what has become due since it was made may have been delivered, and waits for an admin's word.
    /// Returns how many.
    /// </summary>
    public async Task<int> HoldDueAsync(CancellationToken cancellation)
    {
        await sweep.RunAsync(cancellation);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(
            """
            update digests set state = 'ambiguous', state_reason = 'due before a copy of the database was brought back', claim = null, message = null
            where state in ('pending', 'composing', 'sending') and due_at <= @now
            """,
            new { now = time.GetUtcNow() });
    }

    private async Task<bool> EndAsync(string state, string sql, object parameters, CancellationToken cancellation)
    {
        var isEnded = await StepAsync(sql, parameters, cancellation);
        if (isEnded)
            Telemetry.CountDigest(state);

        return isEnded;
    }

    private async Task<bool> StepAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellation)) == 1;
    }
}
