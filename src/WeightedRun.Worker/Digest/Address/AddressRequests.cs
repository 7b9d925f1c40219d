using Dapper;
using Npgsql;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Address;

/// <summary>Addresses that runners gave and have yet to confirm, and the one that holds once they did.</summary>
internal sealed class AddressRequests(NpgsqlDataSource source, TimeProvider time)
{
    // Whoever types somebody else's address cannot fill that mailbox, and a lost mail can still be asked for again.
    private const int MostPerRunner = 5;
    private const int MostRunnersPerAddress = 3;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Notes the address as the one that the runner wants; false when too many mails went out for it already.</summary>
    public async Task<bool> OpenAsync(RunnerId runner, EmailAddress address, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(
            """
            insert into address_requests (runner_id, email, requested_at, window_starts_at, mails_in_window)
            select @runner, @email, @now, @now, 1
            where (select count(*) from address_requests where lower(email) = lower(@email) and requested_at > @before and runner_id <> @runner) < @MostRunnersPerAddress
            on conflict (runner_id) do update set
                email = excluded.email,
                requested_at = excluded.requested_at,
                window_starts_at = case when address_requests.window_starts_at < @before then excluded.window_starts_at else address_requests.window_starts_at end,
                mails_in_window = case when address_requests.window_starts_at < @before then 1 else address_requests.mails_in_window + 1 end
            where address_requests.window_starts_at < @before or address_requests.mails_in_window < @MostPerRunner
            """,
            new { runner, email = address.Value, now = time.GetUtcNow(), before = time.GetUtcNow() - Window, MostPerRunner, MostRunnersPerAddress }) == 1;
    }

    /// <summary>What the runner wants at the moment; null when nothing waits.</summary>
    public async Task<string?> FindAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<string>("select email from address_requests where runner_id = @runner", new { runner });
    }

    /// <summary>Makes it the runner's address. An address that somebody else only claimed becomes free for it.</summary>
    public async Task<ConfirmationOutcome> CloseAsync(RunnerId runner, EmailAddress address, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var parameters = new { runner, email = address.Value, now = time.GetUtcNow() };
        if (await connection.ExecuteScalarAsync<bool>("select exists (select from runners where runner_id = @runner and lower(email) = lower(@email) and email_confirmed_at is not null)", parameters))
            return ConfirmationOutcome.Confirmed;

        if (!await connection.ExecuteScalarAsync<bool>("select exists (select from address_requests where runner_id = @runner and lower(email) = lower(@email) for update)", parameters))
            return ConfirmationOutcome.Stale;

        await connection.ExecuteAsync("update runners set email = null where lower(email) = lower(@email) and email_confirmed_at is null and runner_id <> @runner", parameters);
        try
        {
            await connection.ExecuteAsync("update runners set email = @email, email_confirmed_at = @now where runner_id = @runner", parameters);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return ConfirmationOutcome.Taken;
        }

        // The count of mails stays, so that confirming does not open a new round of them.
        await transaction.CommitAsync(cancellation);
        return ConfirmationOutcome.Confirmed;
    }
}

internal enum ConfirmationOutcome
{
    Confirmed,

    /// <summary>The link has run out, or the runner asked for another address since.</summary>
    Stale,

    /// <summary>Another runner here has confirmed the same address.</summary>
    Taken,
}
