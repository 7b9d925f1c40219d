using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Mail;

/// <summary>
/// Shares out what each mailbox provider takes from here per minute, among all processes: a mail gets the next free moment of its domain.
/// </summary>
internal sealed class DomainTurns(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>A minute's worth may go at once; what comes after gets its own later moment.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(1);

    /// <summary>Null: now. Otherwise when; the moment is the caller's own and is not asked for again.</summary>
    public async Task<DateTimeOffset?> TakeAsync(string domain, int perMinute, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var freeAt = new DateTimeOffset(await connection.ExecuteScalarAsync<DateTime>(
            """
            insert into mail_domains (domain, free_at) values (@domain, @now + @step)
            on conflict (domain) do update set free_at = greatest(mail_domains.free_at, @now) + @step
            returning free_at
            """,
            new { domain, now, step = TimeSpan.FromMinutes(1) / perMinute }));
        var turn = freeAt - Burst;
        return turn <= now ? null : turn;
    }

    /// <summary>Domains that have not been written to for a while need no row.</summary>
    public async Task PurgeAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("delete from mail_domains where free_at < @before", new { before = time.GetUtcNow().AddHours(-1) });
    }
}
