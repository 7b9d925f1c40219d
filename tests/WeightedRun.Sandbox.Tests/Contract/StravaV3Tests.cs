using System.Diagnostics;
using WeightedRun.Sandbox.Strava;

namespace WeightedRun.Sandbox.Tests.Contract;

public sealed class StravaV3Tests
{
    [Fact]
    public async Task A_client_that_nobody_here_wrote_is_content()
    {
        var folder = Folder();
        if (folder is null || !Directory.Exists(Path.Combine(folder, "node_modules")))
            Assert.Skip("The npm package strava-v3 is not installed: npm ci in tests/WeightedRun.Sandbox.Tests/strava-v3.");

        await using var sandbox = await StravaSandbox.StartAsync(new StravaOptions(), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("check.cjs");
        start.ArgumentList.Add(sandbox.BaseAddress.ToString());
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await output + await error);
        Assert.Contains("19 steps, all as with Strava", await output, StringComparison.Ordinal);
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "WeightedRun.Sandbox.Tests", "strava-v3");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
