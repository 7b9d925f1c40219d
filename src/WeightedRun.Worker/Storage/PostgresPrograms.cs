using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WeightedRun.Worker.Storage;

/// <summary>A folder with the server programs of one PostgreSQL version.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    // Oldest version whose SQL the product uses.
    private const int OldestMajor = 13;

    private static readonly string[] KnownRoots = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/Applications/Postgres.app/Contents/Versions", "/usr/pgsql", "/usr/local/pgsql"];

    /// <summary>Newest first. A folder named by setting is the only one looked at.</summary>
    public static IReadOnlyList<PostgresPrograms> FindAll(string? folder)
    {
        var candidates = string.IsNullOrWhiteSpace(folder) ? OnPath().Concat(InKnownFolders()) : [folder];
        return [.. candidates.Select(BehindLinks).Distinct().Select(Probe).OfType<PostgresPrograms>().OrderByDescending(programs => programs.Major)];
    }

    public string PathOf(string program) => Path.Combine(Folder, program);

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> InKnownFolders() => KnownRoots
        .Where(Directory.Exists)
        .SelectMany(root => Directory.EnumerateDirectories(root).Append(root))
        .Concat(Directory.Exists("/usr") ? Directory.EnumerateDirectories("/usr", "pgsql-*") : [])
        .Select(version => Path.Combine(version, "bin"));

    // A link in PATH leads to one program; the others lie beside what it points at.
    private static string BehindLinks(string folder)
    {
        var initdb = new FileInfo(Path.Combine(folder, "initdb"));
        return initdb.Exists && initdb.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Path.GetDirectoryName(target.FullName)! : folder;
    }

    private static PostgresPrograms? Probe(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "initdb")) || !File.Exists(Path.Combine(folder, "pg_ctl")))
            return null;

        try
        {
            using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "initdb"), "--version") { RedirectStandardOutput = true })!;
            var version = VersionNumber().Match(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            return version.Success && int.Parse(version.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var major and >= OldestMajor
                ? new PostgresPrograms(folder, major)
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex VersionNumber();
}
