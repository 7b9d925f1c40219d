using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class StartUpTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Loading the host, Hangfire and the database driver would double the time of the commands that need none of them.</summary>
    [Fact]
    public async Task Report_and_decode_start_without_database_driver_and_job_engine()
    {
        string[] heavy = ["Npgsql", "Dapper", "Hangfire", "Newtonsoft"];
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => !heavy.Any(name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal))))
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));

        // Without the list of what belongs to it, the runtime takes what lies in the folder.
        File.Delete(Path.Combine(_folder.Path, "weightedrun.deps.json"));
        var gpx = _folder.Write("a.gpx", TrackFixtures.Gpx());

        Assert.Equal(0, await RunAsync("decode", gpx));
        Assert.Equal(0, await RunAsync("report", gpx));
        Assert.NotEqual(0, await RunAsync("migrate"));
    }

    private async Task<int> RunAsync(params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(_folder.Path, "weightedrun.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        await error;
        return process.ExitCode;
    }
}
