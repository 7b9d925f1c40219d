using Dapper;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Account;

/// <summary>Everything of a runner goes: first his connections, so that the providers are told, then the rest, then a receipt by mail.</summary>
internal sealed class DeleteRunnerJob(NpgsqlDataSource source, RunnerConnections connections, Leaving leaving, Deletion deletion, Postbox postbox, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    // A provider that cannot be told within this time keeps nothing of ours.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task RunAsync(RunnerId runner, CancellationToken cancellation)
    {
        if (await FindAsync(runner, cancellation) is not { } leaver)
            return;

        var now = time.GetUtcNow();
        var left = await connections.ReadAsync(runner, cancellation);
        if (left.Count > 0 && now - leaver.LeavingAt < Patience)
        {
            foreach (var connection in left)
                await leaving.EndAsync(connection, cancellation);

            throw new RetryLaterException("The providers are being told first", now + Pause);
        }

        if (await deletion.DeleteRunnerAsync(runner, "deleted by the runner", leaver.LeavingAt, cancellation) is { } receipt && EmailAddress.TryParse(leaver.Email, out var email))
            await postbox.SendAsync(LetterOf(receipt.RunnerId, await CountAsync(runner, leaver.LeavingAt), email), cancellation);
    }

    /// <summary>With what went before, connection by connection: to the runner it is one deletion.</summary>
    private async Task<IReadOnlyList<DeletedRows>> CountAsync(RunnerId runner, DateTimeOffset since)
    {
        await using var connection = await source.OpenConnectionAsync();
        return (await connection.QueryAsync<DeletedRows>(
            """
            select replace(name, '_', ' ') as name, sum(rows::bigint)::bigint as rows
            from deletion_receipts, jsonb_each_text(row_counts) as counts (name, rows)
            where runner_id = @runner and completed_at >= @since
            group by name
            having sum(rows::bigint) > 0
            order by name
            """,
            new { runner, since })).AsList();
    }

    private async Task<Leaver?> FindAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Leaver>(
            "select leaving_at, case when email_confirmed_at is not null then email end as email from runners where runner_id = @runner and leaving_at is not null", new { runner });
    }

    private static Letter LetterOf(RunnerId runner, IReadOnlyList<DeletedRows> deleted, EmailAddress email) => new()
    {
        To = email,
        Kind = "deletion-receipt",
        Key = FormattableString.Invariant($"{runner.Value}"),
        Subject = "Your data at WeightedRun is deleted",
        Text = $"""
            As you asked, everything that WeightedRun kept of you is deleted:

            {string.Join('\n', deleted.Select(row => $"  {row.Name}: {row.Rows}"))}

            Backups of the operator may hold a copy until they are overwritten. This is the
            last mail; there is nothing left to unsubscribe from.

            """,
    };

    private sealed record Leaver
    {
        public required DateTimeOffset LeavingAt { get; init; }

        public string? Email { get; init; }

        public override string ToString() => nameof(Leaver);
    }

    private sealed record DeletedRows
    {
        public required string Name { get; init; }

        public required long Rows { get; init; }
    }
}
