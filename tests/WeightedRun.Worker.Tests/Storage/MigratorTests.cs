using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tests.Storage;

public sealed class MigratorTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Migrations_are_numbered_upwards_and_no_number_twice() =>
        Assert.Equal(Migration.All.Select(migration => migration.Number).Order().Distinct(), Migration.All.Select(migration => migration.Number));

    [Fact]
    public async Task Eight_processes_starting_at_once_apply_each_migration_once()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Migrator.For(database.Source).ApplyAsync(Cancellation), Cancellation)));

        Assert.Equal(Migration.All.Select(migration => migration.Name), applied.SelectMany(migrations => migrations).Select(migration => migration.Name));
        Assert.Equal(Migration.All.Count, await database.ScalarAsync<int>("select count(*) from schema_migrations"));
        Assert.True(await database.ScalarAsync<bool>("select to_regclass('hangfire.job') is not null"));
    }

    [Fact]
    public async Task An_edited_migration_is_refused_with_a_sentence()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var edited = new[] { Migration.All[0] with { Sql = Migration.All[0].Sql + "-- edited" } };
        var refusal = await Assert.ThrowsAsync<MachineLacksException>(() => new Migrator(database.Source, [new(1, edited[0].Name, edited[0].Sql)]).ApplyAsync(Cancellation));
        Assert.Contains("0001_runners.sql is not the one that this database got", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("put the change into a new migration", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Turned_line_ends_are_no_edit() =>
        Assert.Equal(new Migration(1, "a", "select 1;\nselect 2;").Checksum, new Migration(1, "a", "select 1;\r\nselect 2;").Checksum);

    [Fact]
    public async Task A_failing_migration_leaves_no_trace_and_those_before_it_stay()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        Migration[] migrations = [new(1, "0001_good.sql", "create table good (n int)"), new(2, "0002_bad.sql", "create table half (n int); select nonsense")];
        var failure = await Assert.ThrowsAsync<MachineLacksException>(() => new Migrator(database.Source, migrations).ApplyAsync(Cancellation));

        Assert.StartsWith("The migration 0002_bad.sql failed and left no trace: column \"nonsense\" does not exist", failure.Message, StringComparison.Ordinal);
        Assert.True(await database.ScalarAsync<bool>("select to_regclass('good') is not null and to_regclass('half') is null"));
        Assert.Equal("0002_bad.sql", Assert.Single(await new Migrator(database.Source, migrations).ReadPendingAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task A_version_before_the_last_migration_still_starts()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        Assert.Empty(await new Migrator(database.Source, [.. Migration.All.SkipLast(1)]).ApplyAsync(Cancellation));
    }

    public static TheoryData<string> Versions => [.. Migration.All.SkipLast(1).Select(migration => migration.Name)];

    /// <summary>
    /// While machines are upgraded one after another, a process of a version before goes on beside the new schema: what it reads is still there as it was, and what it
    /// writes, which knows nothing of later columns, is still taken.
    /// </summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_process_that_knows_migrations_up_to_this_one_goes_on_beside_the_newest(string last)
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        await new Migrator(database.Source, [.. Migration.All.TakeWhile(migration => migration.Name != last), Migration.All.Single(migration => migration.Name == last)]).ApplyAsync(Cancellation);
        var columns = await database.QueryAsync<string>(ColumnsSql);
        var (tables, constraints) = (await database.QueryAsync<string>(TablesSql), await database.QueryAsync<string>(ConstraintsSql, new { columns }));
        await Migrator.For(database.Source).ApplyAsync(Cancellation);

        Assert.Empty(columns.Except(await database.QueryAsync<string>(ColumnsSql)));
        Assert.Empty(await database.QueryAsync<string>(
            $"select added from ({ColumnsSql}) as now (added), unnest(@tables) as known where starts_with(added, known || ' ') and added not like '% may be left out' and added <> all(@columns)", new { tables, columns }));
        Assert.Empty((await database.QueryAsync<string>(ConstraintsSql, new { columns })).Except(constraints));
    }

    private const string TablesSql = "select table_name::text from information_schema.tables where table_schema = 'public'";

    private const string ColumnsSql =
        """
        select table_name || ' ' || column_name || ' ' || udt_name
            || case when is_nullable = 'YES' or column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' then ' may be left out' else ' must be given' end
        from information_schema.columns where table_schema = 'public'
        """;

    /// <summary>What is demanded of columns that a version knows, and of no others.</summary>
    private const string ConstraintsSql =
        """
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace and exists (
            select from pg_attribute join unnest(@columns) as known on starts_with(known, conrelid::regclass || ' ' || attname || ' ')
            where attrelid = conrelid and attnum = any(conkey))
        """;
}
