using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace WeightedRun.Benchmarks;

/// <summary>The stand-in for Strava in a process of its own, so that its memory and its work are not counted as the product's.</summary>
internal sealed class StandInProcess : IDisposable
{
    private readonly Process _process;

    private StandInProcess(Process process, Uri address) => (_process, Address, Http) = (process, address, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) });

    public Uri Address { get; }

    private HttpClient Http { get; }

    public static async Task<StandInProcess> StartAsync(int athletes)
    {
        var arguments = new[]
        {
            Path.Combine(AppContext.BaseDirectory, "weightedrun-sandbox.dll"), "strava", "--urls", "http://127.0.0.1:0", "--client-id", "1", "--client-secret", "x",
            "--athlete-cap", athletes.ToString(CultureInfo.InvariantCulture),
        };
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("Strava stand-in: ") is [_, var said])
                return new StandInProcess(process, new Uri(said.Split(' ')[0]));
        }

        throw new InvalidOperationException("The stand-in did not start.");
    }

    public async Task LiftLimitsAsync() =>
        (await Http.PutAsJsonAsync("sandbox/apps/1/limits", new { overall = Unlimited, read = Unlimited })).EnsureSuccessStatusCode();

    /// <summary>Sample runners with 180 days of runs each.</summary>
    public async Task<IReadOnlyList<long>> AddAthletesAsync(int count, int seed)
    {
        using var answer = await Http.PostAsJsonAsync("sandbox/athletes/generate", new { count, days = 180, seed });
        return [.. (await ReadAsync(answer)).GetProperty("ids").EnumerateArray().Select(id => id.GetInt64())];
    }

    public async Task<JsonElement> ConnectAsync(long athlete)
    {
        using var answer = await Http.PostAsJsonAsync(string.Create(CultureInfo.InvariantCulture, $"sandbox/athletes/{athlete}/grants"), new { client_id = 1 });
        return await ReadAsync(answer);
    }

    public async Task UploadAsync(long athlete, DateTimeOffset start, string name) =>
        (await Http.PostAsJsonAsync(string.Create(CultureInfo.InvariantCulture, $"sandbox/athletes/{athlete}/activities"), new { start, name })).EnsureSuccessStatusCode();

    /// <summary>Every answer comes so much later, as over a network and from a busy provider.</summary>
    public async Task AnswerLateAsync(TimeSpan delay) =>
        (await Http.PostAsJsonAsync("sandbox/faults", new { kind = "slow", delay_milliseconds = (int)delay.TotalMilliseconds })).EnsureSuccessStatusCode();

    /// <summary>Whether events are held back until this is false again.</summary>
    public async Task HoldEventsAsync(bool isPaused) => (await Http.PutAsJsonAsync("sandbox/events", new { is_paused = isPaused })).EnsureSuccessStatusCode();

    public async Task ForgetCallsAsync() => (await Http.DeleteAsync(new Uri("sandbox/calls", UriKind.Relative))).EnsureSuccessStatusCode();

    /// <summary>Calls since then, by endpoint.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ReadCallsAsync() => (await Http.GetFromJsonAsync<JsonElement>("sandbox/calls")).GetProperty("calls").EnumerateArray()
        .GroupBy(call => call.GetProperty("endpoint").GetString()!, call => call.GetProperty("calls").GetInt32())
        .ToDictionary(calls => calls.Key, calls => calls.Sum());

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill();
        _process.Dispose();
    }

    private static object Unlimited { get; } = new { quarter_hour = 10_000_000, day = 10_000_000 };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
