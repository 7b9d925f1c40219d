using System.Buffers;
using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Storage;

/// <summary>
/// A private PostgreSQL for a machine without a server: own data folder, a socket that only its user can reach, no network.
/// Whoever comes first starts it, others attach, and the last to leave stops it.
/// </summary>
internal sealed class LocalPostgres : IAsyncDisposable
{
    // Some of these a shell would read, and PostgreSQL starts through one.
    private static readonly SearchValues<char> UnsafeInPaths = SearchValues.Create("'\"`$\\\n");

    private const string DatabaseName = "weightedrun";

    // Recovery after a power cut reads at most a gigabyte of log.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    // A server killed a moment ago still has its process table entry and shared memory for some seconds.
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(300);

    // Two leave at once: the second waits for the first to look round.
    private static readonly TimeSpan LeavePatience = TimeSpan.FromSeconds(5);

    private readonly string _folder;
    private readonly PostgresUser _user = PostgresUser.Choose();
    private PostgresPrograms? _programs;
    private FileLock? _inUse;

    private LocalPostgres(string folder) => _folder = folder;

    public string ConnectionString => Connect(DatabaseName).ConnectionString;

    private string Data => Path.Combine(_folder, _programs!.Major.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private string Socket => Path.Combine(_folder, "s");

    private string StartLock => Path.Combine(_folder, "start.lock");

    private string InUseLock => Path.Combine(_folder, "in-use.lock");

    public static async Task<LocalPostgres> StartAsync(DatabaseOptions options, Action<string> say, CancellationToken cancellation)
    {
        var postgres = new LocalPostgres(Path.Combine(Path.GetFullPath(options.Folder), "postgres"));
        postgres.CheckFolder();
        try
        {
            await postgres.StartAsync(options.PostgresFolder, say, cancellation);
            return postgres;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MachineLacksException(
                $"A private PostgreSQL cannot live in {postgres._folder} ({problem.Message.TrimEnd('.')}). Name a folder in Database__Folder that is this user's own, or set Database__ConnectionString to a server.", problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_inUse is null)
            return;

        _inUse.Dispose();
        using var starting = await FileLock.TakeAsync(StartLock, LeavePatience, CancellationToken.None);
        using var alone = FileLock.TryTake(InUseLock);
        if (starting is not null && alone is not null)
            await _user.RunAsync(_folder, _programs!.PathOf("pg_ctl"), ["stop", "-s", "-w", "-m", "fast", "-D", Data], CancellationToken.None);
    }

    private async Task StartAsync(string? programs, Action<string> say, CancellationToken cancellation)
    {
        await _user.OwnAsync(_folder, cancellation);
        using var starting = await FileLock.TakeAsync(StartLock, 2 * StartPatience, cancellation)
            ?? throw new MachineLacksException($"Another process has been starting PostgreSQL in {_folder} for minutes. End it, and start again.");

        await FindProgramsAsync(programs, say, cancellation);
        await _user.OwnAsync(Socket, cancellation);
        if (!await AnswersAsync(cancellation))
        {
            await InitializeAsync(say, cancellation);
            await StartServerAsync(cancellation);
        }

        await CreateDatabaseAsync(cancellation);
        _inUse = FileLock.TryShare(InUseLock);
    }

    private void CheckFolder()
    {
        if (_folder.AsSpan().ContainsAny(UnsafeInPaths) || Path.Combine(Socket, ".s.PGSQL.5432").Length > 100)
            throw new MachineLacksException($"Database__Folder: a PostgreSQL socket cannot live under {_folder}. Name a folder with at most 70 plain characters.");
    }

    private async Task FindProgramsAsync(string? folder, Action<string> say, CancellationToken cancellation)
    {
        var found = PostgresPrograms.FindAll(folder);
        if (found.Count == 0 && string.IsNullOrWhiteSpace(folder) && PostgresPackage.CanInstall)
        {
            await PostgresPackage.InstallAsync(say, cancellation);
            found = PostgresPrograms.FindAll(folder);
        }

        if (found.Count == 0)
            throw new MachineLacksException(
                "There is no PostgreSQL on this machine: install it (Debian and Ubuntu: apt-get install postgresql; macOS: brew install postgresql), "
                + "name the folder of its programs in Database__PostgresFolder, set Database__ConnectionString to a server, or use docker compose up.");

        // The data of one version opens in no other: what exists decides, and only a new folder gets the newest.
        var existing = Directory.EnumerateDirectories(_folder).Where(data => File.Exists(Path.Combine(data, "PG_VERSION"))).Select(Path.GetFileName).ToHashSet();
        _programs = existing.Count == 0 ? found[0] : found.FirstOrDefault(programs => existing.Contains($"{programs.Major}"))
            ?? throw new MachineLacksException($"The data under {_folder} is of PostgreSQL {string.Join(" and ", existing)}, which is no longer installed. Install that version again, or move the data with pg_dump (docs/operating.md).");
    }

    private async Task InitializeAsync(Action<string> say, CancellationToken cancellation)
    {
        if (Directory.Exists(Data))
            return;

        say($"Setting up a private PostgreSQL {_programs!.Major} in {_folder}.");
        // Under another name until it is whole, so that a power cut in between leaves no half of it.
        var unfinished = Data + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);

        var problem = await _user.RunAsync(_folder, _programs.PathOf("initdb"), ["-D", unfinished, "-U", DatabaseName, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-instructions"], cancellation);
        if (problem is not null)
            throw new MachineLacksException($"A private PostgreSQL cannot be set up in {_folder}: {problem}");

        Directory.Move(unfinished, Data);
    }

    private async Task StartServerAsync(CancellationToken cancellation)
    {
        var startedAt = TimeProvider.System.GetTimestamp();
        var log = Path.Combine(_folder, "postgres.log");
        var settings = $"-k '{Socket}' -p 5432 -c listen_addresses= -c unix_socket_permissions=0700 -c max_connections=200 -c jit=off";
        while (true)
        {
            var problem = await _user.RunAsync(_folder, _programs!.PathOf("pg_ctl"), ["start", "-s", "-w", "-t", "60", "-D", Data, "-l", log, "-o", settings], cancellation);
            if (problem is null || await AnswersAsync(cancellation))
                return;

            if (TimeProvider.System.GetElapsedTime(startedAt) > StartPatience)
                throw new MachineLacksException($"The private PostgreSQL does not start: {problem} Its log is {log}.");

            await Task.Delay(RetryPause, cancellation);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(Socket, ".s.PGSQL.5432")))
            return false;

        try
        {
            await using var connection = new NpgsqlConnection(Connect("postgres").ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Connect("postgres").ConnectionString);
        await connection.OpenAsync(cancellation);
        if (!await connection.ExecuteScalarAsync<bool>("select exists (select from pg_database where datname = @DatabaseName)", new { DatabaseName }))
            await connection.ExecuteAsync($"create database {DatabaseName}");
    }

    private NpgsqlConnectionStringBuilder Connect(string database) =>
        new() { Host = Socket, Port = 5432, Username = DatabaseName, Database = database, Timeout = 10, Pooling = database == DatabaseName };
}
