using Npgsql;

namespace WeightedRun.Worker.Storage;

/// <summary>The open database: a server by its connection string, or the private one of this machine.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly LocalPostgres? _local;

    private Database(NpgsqlDataSource source, LocalPostgres? local)
    {
        Source = source;
        _local = local;
    }

    public NpgsqlDataSource Source { get; }

    public bool IsLocal => _local is not null;

    public static async Task<Database> OpenAsync(DatabaseOptions options, Action<string> say, CancellationToken cancellation)
    {
        var local = string.IsNullOrWhiteSpace(options.ConnectionString) ? await LocalPostgres.StartAsync(options, say, cancellation) : null;
        var database = new Database(CreateSource(local?.ConnectionString ?? options.ConnectionString!), local);
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancellation);
            return database;
        }
        catch (NpgsqlException problem)
        {
            await database.DisposeAsync();
            throw new MachineLacksException($"The database cannot be reached: {problem.Message}. Check that PostgreSQL runs and that Database__ConnectionString is right.", problem);
        }
    }

    public static NpgsqlDataSource CreateSource(string connectionString)
    {
        DapperTypes.Register();
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "weightedrun" };
            // Hangfire sends some thirty small statements per job: prepared and without a reset between them, half as many jobs again are done.
            if (settings.MaxAutoPrepare == 0)
                settings.MaxAutoPrepare = 60;

            settings.NoResetOnClose = true;
            return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            throw new MachineLacksException("Database__ConnectionString cannot be read. Write it like Host=localhost;Database=weightedrun;Username=weightedrun;Password=...", problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_local is not null)
            await _local.DisposeAsync();
    }
}
