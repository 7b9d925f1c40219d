using System.Diagnostics;
using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace WeightedRun.Worker.Tests.Storage;

/// <summary>One PostgreSQL for the whole test run, with one migrated template; every test class clones its own database from it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "template_weightedrun";

    // Speed before safety: the data lives as long as the tests.
    private const string Settings = "-p 5432 -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off "
        + "-c wal_level=minimal -c max_wal_senders=0 -c max_connections=300 -c jit=off";

    private static int _servers;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"wr-test-{Environment.ProcessId}-{Interlocked.Increment(ref _servers)}");
    private readonly SemaphoreSlim _cloning = new(1);
    private readonly PostgresUser _user = PostgresUser.Choose();
    private readonly PostgresPrograms _programs = PostgresPrograms.FindAll(null)[0];
    private int _clones;

    internal string BinFolder => _programs.Folder;

    public async ValueTask InitializeAsync()
    {
        await _user.OwnAsync(_folder, CancellationToken.None);
        await RunAsync("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
        await RunAsync("pg_ctl", "start", "-s", "-w", "-D", Data, "-l", Path.Combine(_folder, "log"), "-o", $"-k '{_folder}' {Settings}");
        await ExecuteAsync($"create database {Template}");
        await using var source = NpgsqlDataSource.Create(ConnectionString(Template) + ";Pooling=false");
        DapperTypes.Register();
        await Migrator.For(source).ApplyAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "stop", "-s", "-w", "-m", "immediate", "-D", Data);
        Directory.Delete(_folder, recursive: true);
        _cloning.Dispose();
    }

    /// <summary>A migrated database of one's own.</summary>
    internal Task<TestDatabase> CreateDatabaseAsync() => CreateAsync($"template {Template} strategy file_copy");

    /// <summary>A database without a single table.</summary>
    internal Task<TestDatabase> CreateEmptyDatabaseAsync() => CreateAsync("");

    /// <summary>Stops the server the hard way, as a power cut would, and starts it again.</summary>
    internal async Task RestartAsync() =>
        await RunAsync("pg_ctl", "restart", "-s", "-w", "-m", "immediate", "-D", Data, "-l", Path.Combine(_folder, "log"));

    internal async Task<string> DumpAsync(string connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        using var dump = Process.Start(new ProcessStartInfo(_programs.PathOf("pg_dump"), ["-h", database.Host!, "-U", database.Username!, database.Database!]) { RedirectStandardOutput = true })!;
        var text = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        Assert.Equal(0, dump.ExitCode);
        return text;
    }

    /// <summary>A database of one's own from what <see cref="DumpAsync"/> gave.</summary>
    internal async Task<TestDatabase> RestoreAsync(string dump)
    {
        var database = await CreateEmptyDatabaseAsync();
        var target = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        using var restore = Process.Start(new ProcessStartInfo(_programs.PathOf("psql"), ["-q", "-v", "ON_ERROR_STOP=1", "-h", target.Host!, "-U", target.Username!, target.Database!]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = restore.StandardOutput.ReadToEndAsync();
        await restore.StandardInput.WriteAsync(dump);
        restore.StandardInput.Close();
        await output;
        await restore.WaitForExitAsync();
        Assert.Equal(0, restore.ExitCode);
        return database;
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task<TestDatabase> CreateAsync(string from)
    {
        var name = $"test_{Interlocked.Increment(ref _clones)}";
        // PostgreSQL copies a template for one at a time.
        await _cloning.WaitAsync();
        try
        {
            await ExecuteAsync($"create database {name} {from}");
        }
        finally
        {
            _cloning.Release();
        }

        return new TestDatabase(ConnectionString(name));
    }

    private string ConnectionString(string database) => $"Host={_folder};Username=postgres;Database={database}";

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.ExecuteAsync(sql);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        if (await _user.RunAsync(_folder, _programs.PathOf(program), arguments, CancellationToken.None) is { } problem)
            throw new InvalidOperationException($"{program}: {problem}");
    }
}
