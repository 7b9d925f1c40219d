using System.Diagnostics;

namespace WeightedRun.Worker.Storage;

/// <summary>The user that a private PostgreSQL runs as: PostgreSQL refuses to run as root, so root lends it another.</summary>
internal sealed class PostgresUser
{
    private readonly string? _name;

    private PostgresUser(string? name) => _name = name;

    public static PostgresUser Choose()
    {
        if (!Environment.IsPrivilegedProcess)
            return new PostgresUser(null);

        var users = File.ReadLines("/etc/passwd").Select(line => line[..Math.Max(0, line.IndexOf(':', StringComparison.Ordinal))]).ToHashSet();
        return new PostgresUser(users.Contains("postgres") ? "postgres" : "nobody");
    }

    /// <summary>Makes a folder that this user alone may enter.</summary>
    public async Task OwnAsync(string folder, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            throw new MachineLacksException("On Windows the product needs a PostgreSQL server: set Database__ConnectionString.");

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (_name is null)
            return;

        using var chown = Process.Start("chown", [$"{_name}:", folder]);
        await chown.WaitForExitAsync(cancellation);
    }

    /// <summary>Runs a program and returns what it said, or null when it was content. What it leaves running keeps no pipe or terminal of ours.</summary>
    public async Task<string?> RunAsync(string folder, string program, string[] arguments, CancellationToken cancellation)
    {
        var output = Path.Combine(folder, "output.log");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" </dev/null >\"$0\" 2>&1", output, program, .. arguments]) { WorkingDirectory = "/" };
        if (_name is not null)
            start.UserName = _name;

        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? null : (await File.ReadAllTextAsync(output, cancellation)).Trim();
    }
}
