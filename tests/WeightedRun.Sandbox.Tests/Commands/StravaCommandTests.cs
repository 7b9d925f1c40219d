using System.Diagnostics;

namespace WeightedRun.Sandbox.Tests.Commands;

public sealed class StravaCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_runs_as_a_process_says_where_and_has_its_sample_runners()
    {
        using var process = Start("strava", "--urls", "http://127.0.0.1:0", "--runners", "3", "--days", "14", "--client-id", "77");
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var line = await process.StandardOutput.ReadLineAsync(patience.Token);
            var address = line!.Split(' ').First(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
            using var http = new HttpClient { BaseAddress = new Uri(address) };

            var truth = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(new Uri("/sandbox/truth", UriKind.Relative), patience.Token)).RootElement.GetProperty("athletes");

            Assert.Equal(3, truth.GetArrayLength());
            Assert.All(truth.EnumerateArray(), athlete => Assert.InRange(athlete.GetProperty("activities").GetArrayLength(), 2, 14));
            Assert.Contains("Authorize", await http.GetStringAsync(new Uri("/oauth/authorize?client_id=77&redirect_uri=http://localhost/&response_type=code&scope=read", UriKind.Relative), patience.Token), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    [Theory]
    [InlineData(2, "--url", "strava", "--url", "http://127.0.0.1:0")]
    [InlineData(3, "--urls", "strava", "--urls", "nowhere")]
    public async Task A_wrong_start_says_why(int exitCode, string told, params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "weightedrun-sandbox.dll")))
            start.ArgumentList.Add(argument);

        return Process.Start(start)!;
    }
}
