using System.Diagnostics;

namespace WeightedRun.Worker.Storage;

/// <summary>Installs PostgreSQL where that needs no question: as root on Debian, Ubuntu and what descends from them.</summary>
internal static class PostgresPackage
{
    // The package would set up and start a server of its own, which nobody asked for.
    private const string NoOtherServer = "/etc/postgresql-common/createcluster.d/weightedrun.conf";

    public static bool CanInstall => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");

    public static async Task InstallAsync(Action<string> say, CancellationToken cancellation)
    {
        say("There is no PostgreSQL on this machine: installing Debian's package postgresql with apt-get.");
        Directory.CreateDirectory(Path.GetDirectoryName(NoOtherServer)!);
        await File.WriteAllTextAsync(NoOtherServer, "create_main_cluster = false\n", cancellation);
        await RunAsync(["update", "-qq"], cancellation);
        await RunAsync(["install", "-y", "-qq", "--no-install-recommends", "postgresql"], cancellation);
    }

    private static async Task RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        await output;
        if (process.ExitCode != 0)
            throw new MachineLacksException($"apt-get {arguments[0]} failed: {(await error).Trim()} Install PostgreSQL yourself, or set Database__ConnectionString.");
    }
}
