using WeightedRun.Worker.Storage;

namespace WeightedRun.Sandbox.Demo;

/// <summary>A folder of this demo alone, empty at the start and gone at the end. A demo that was killed leaves it, with a PostgreSQL that runs on: the next one clears both away.</summary>
internal sealed class DemoFolder : IDisposable
{
    private const int MostAtOnce = 9;

    private readonly string _path;
    private readonly FileLock _lock;

    private DemoFolder(string path, FileLock held) => (_path, _lock) = (path, held);

    public DatabaseOptions Database => new() { Folder = _path, PostgresFolder = Environment.GetEnvironmentVariable("Database__PostgresFolder") };

    public string Mails => Path.Combine(_path, "mails");

    public static async Task<DemoFolder> TakeAsync(CancellationToken cancellation)
    {
        // Beside what the product keeps on this machine, and never in it.
        var home = new DatabaseOptions().Folder;
        try
        {
            Directory.CreateDirectory(home);
            for (var number = 1; number <= MostAtOnce; number++)
            {
                var path = Path.Combine(home, $"demo-{number}");
                if (FileLock.TryTake($"{path}.lock") is not { } held)
                    continue;

                var folder = new DemoFolder(path, held);
                await folder.ClearAsync(cancellation);
                Directory.CreateDirectory(folder.Mails);
                return folder;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MachineLacksException($"The demo needs a folder under {home}: {problem.Message}", problem);
        }

        throw new MachineLacksException($"{MostAtOnce} demos run on this machine already. End one of them.");
    }

    public void Dispose()
    {
        Directory.Delete(_path, recursive: true);
        _lock.Dispose();
    }

    private async Task ClearAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(_path))
            return;

        // Who attaches to a PostgreSQL and is the last to leave stops it.
        if (Directory.Exists(Path.Combine(_path, "postgres")))
            await (await LocalPostgres.StartAsync(Database, _ => { }, cancellation)).DisposeAsync();

        Directory.Delete(_path, recursive: true);
    }
}
