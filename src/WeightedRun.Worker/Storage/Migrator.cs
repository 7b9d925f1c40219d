using Dapper;
using Hangfire.PostgreSql;
using Npgsql;

namespace WeightedRun.Worker.Storage;

/// <summary>Brings the database to the state that this version needs; several processes may start at once.</summary>
internal sealed class Migrator(NpgsqlDataSource source, IReadOnlyList<Migration> migrations)
{
    // Somebody else migrates: even a rewrite of a large table is done by then, and a process that hangs is named.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Migrator For(NpgsqlDataSource source) => new(source, Migration.All);

    /// <summary>Returns the migrations that were applied now.</summary>
    public async Task<IReadOnlyList<Migration>> ApplyAsync(CancellationToken cancellation)
    {
        await using var held = await AdvisoryLock.TakeAsync(source, "migrations", Patience, cancellation)
            ?? throw new MachineLacksException($"Another process has been migrating the database for {Patience.TotalMinutes:0} minutes. Find it in pg_stat_activity, end it, and start again.");

        var connection = held.Connection;
        await connection.ExecuteAsync(
            """
            create table if not exists schema_migrations (
                number integer primary key,
                name text not null,
                checksum text not null,
                applied_at timestamptz not null default now()
            )
            """);
        var pending = Pending(await ReadJournalAsync(connection));
        foreach (var migration in pending)
            await ApplyAsync(connection, migration);

        // Hangfire's own tables, in its own schema, under the same lock: its installer does not expect company.
        PostgreSqlObjectsInstaller.Install(connection);
        return pending;
    }

    /// <summary>The migrations that are still to be applied; throws when an applied one was edited since.</summary>
    public async Task<IReadOnlyList<Migration>> ReadPendingAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var hasJournal = await connection.ExecuteScalarAsync<bool>("select to_regclass('schema_migrations') is not null");
        return Pending(hasJournal ? await ReadJournalAsync(connection) : []);
    }

    private List<Migration> Pending(Dictionary<int, JournalRow> journal)
    {
        var pending = new List<Migration>();
        foreach (var migration in migrations)
        {
            if (!journal.TryGetValue(migration.Number, out var applied))
                pending.Add(migration);
            else if (applied.Checksum != migration.Checksum)
                throw new MachineLacksException(
                    $"The migration {migration.Name} is not the one that this database got on {applied.AppliedAt:yyyy-MM-dd} as {applied.Name}. "
                    + "Restore the file as it was, and put the change into a new migration.");
        }

        return pending;
    }

    private static async Task<Dictionary<int, JournalRow>> ReadJournalAsync(NpgsqlConnection connection) =>
        (await connection.QueryAsync<JournalRow>("select number, name, checksum, applied_at from schema_migrations")).ToDictionary(row => row.Number);

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction);
            await connection.ExecuteAsync(
                "insert into schema_migrations (number, name, checksum) values (@Number, @Name, @Checksum)",
                new { migration.Number, migration.Name, migration.Checksum },
                transaction);
            await transaction.CommitAsync();
        }
        catch (PostgresException problem)
        {
            throw new MachineLacksException($"The migration {migration.Name} failed and left no trace: {problem.MessageText} ({problem.SqlState}).", problem);
        }
    }

    private sealed record JournalRow
    {
        public required int Number { get; init; }

        public required string Name { get; init; }

        public required string Checksum { get; init; }

        public required DateTimeOffset AppliedAt { get; init; }
    }
}
