using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Commands;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Documentation;

/// <summary>What the documents tell somebody to type works when it is typed.</summary>
public sealed class ShownCommandTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ScratchFolder _folder = new();
    private TestDatabase _database = null!;

    /// <summary>Each command once, in the first document that shows it.</summary>
    public static TheoryData<string, string[]> Commands
    {
        get
        {
            var (data, seen) = (new TheoryData<string, string[]>(), new HashSet<string>());
            foreach (var (document, shown) in Shown())
            {
                if (shown.Where(command => !IsNotGiven(command) && seen.Add(command)).ToArray() is { Length: > 0 } commands)
                    data.Add(document, commands);
            }

            return data;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        await _database.ExecuteAsync(
            """
            insert into runners (runner_id, email, email_confirmed_at) overriding system value values (7, 'ann@example.org', now());
            insert into digest_settings (runner_id, next_due_at) values (7, now() + interval '1 day');
            insert into digests (digest_id, runner_id, week_starts_on, state, due_at, next_try_at) overriding system value values (123, 7, '2025-03-03', 'failed', now(), now())
            """);
        _folder.Write("runs/run.fit", FitFixtures.Run(FitFixtures.Start));
        _folder.Write("log.json", AnalyzeCommandTests.Log);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task What_a_document_shows_works(string document, string[] commands)
    {
        foreach (var command in commands)
        {
            var (exitCode, said) = await GiveAsync(Fill(command));
            Assert.True(exitCode == 0, $"{document}: {command} ended with {exitCode}: {said}");
        }
    }

    [Fact]
    public void No_reason_for_leaving_a_command_out_outlives_the_command() =>
        Assert.All(ShownCommands.NotGiven.Keys, start => Assert.Contains(Shown().SelectMany(document => document.Commands), command => command.StartsWith(start, StringComparison.Ordinal)));

    private static IEnumerable<(string Document, IEnumerable<string> Commands)> Shown() =>
        DocumentTests.Documents.Select(row => row.Data).Select(document => (document, ShownCommands.Of(File.ReadAllText(Path.Combine(DocumentTests.Root, document)))));

    private static bool IsNotGiven(string command) => ShownCommands.NotGiven.Keys.Any(start => command.StartsWith(start, StringComparison.Ordinal));

    /// <summary>What the reader fills in, where the program is, and the database's host, user and name.</summary>
    private string Fill(string command)
    {
        var server = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        (string Shown, string Given)[] table =
        [
            ("^weightedrun", $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "weightedrun.dll")}'"),
            ("PATH", "runs"), ("RUN.fit", "runs/run.fit"), (@"FILE\.\.\.", "runs/run.fit"), ("LOG.json", "log.json"), ("DIR", "out"), ("ADDRESS", "ann@example.org"),
            ("/var/lib/weightedrun/postgres/s", "HOST"), ("HOST", server.Host!), ("-U weightedrun( -d)? weightedrun", $"-U {server.Username}$1 {server.Database}"),
        ];
        return table.Aggregate(command, (text, entry) => Regex.Replace(text, entry.Shown, entry.Given));
    }

    private async Task<(int ExitCode, string Said)> GiveAsync(string command)
    {
        var isServer = command.Contains("weightedrun.dll' serve", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", $"exec 2>&1 </dev/null; {command}"]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
        start.Environment["PATH"] = string.Join(Path.PathSeparator, postgres.BinFolder, Environment.GetEnvironmentVariable("PATH"));
        start.Environment["Database__ConnectionString"] = _database.ConnectionString;
        start.Environment["Secrets__MasterKeys"] = MasterKey;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        if (isServer)
        {
            while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line && !line.Contains("Application started", StringComparison.Ordinal))
            {
            }

            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        }

        var said = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, said);
    }

    private static string MasterKey { get; } = MasterKeys.Create();
}
