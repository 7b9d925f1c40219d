using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker;
using WeightedRun.Worker.Connections;

namespace WeightedRun.Benchmarks;

/// <summary>
/// Events at a fixed rate, whatever the answers take; each answer is timed from the moment its event was due, so that a pause counts for all it delays.
/// Then as many as 32 callers at once get through. One process takes the events, without jobs; the load is made in the same process.
/// </summary>
internal static class WebhookScenario
{
    private const int Athletes = 10;
    private const int Callers = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task MeasureAsync(int perSecond, int seconds)
    {
        await using var installation = await Installation.StartAsync(Roles.Web);
        var callback = new Uri(installation.Address, "webhooks/strava/secret");
        await installation.App.Services.GetRequiredService<SubscriptionStore>().SaveAsync(
            "strava", new Subscription { ExternalId = "9", CallbackUrl = callback.ToString(), VerifyToken = "x" }, CancellationToken.None);
        for (var athlete = 1; athlete <= Athletes; athlete++)
            await installation.ConnectAsync($"{athlete}");

        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
        await AtRateAsync(http, callback, perSecond, WarmUp, first: 0);
        var times = await AtRateAsync(http, callback, perSecond, TimeSpan.FromSeconds(seconds), first: 1_000_000);
        var accepted = await AtOnceAsync(http, callback, TimeSpan.FromSeconds(5), first: 10_000_000);
        Array.Sort(times);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            scenario = "webhook",
            events_per_second = perSecond,
            events = times.Length,
            p50_ms = At(times, 0.50),
            p95_ms = At(times, 0.95),
            p99_ms = At(times, 0.99),
            max_ms = At(times, 1),
            accepted_per_second_at_most = accepted,
        }));
    }

    private static async Task<double[]> AtRateAsync(HttpClient http, Uri callback, int perSecond, TimeSpan duration, long first)
    {
        var calls = new Task<double>[(int)(perSecond * duration.TotalSeconds)];
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < calls.Length; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / perSecond);
            var wait = due - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.FromMilliseconds(1))
                await Task.Delay(wait);

            calls[n] = TimedAsync(http, callback, first + n, start, due);
        }

        return await Task.WhenAll(calls);
    }

    private static async Task<double> TimedAsync(HttpClient http, Uri callback, long id, long start, TimeSpan due)
    {
        await PostAsync(http, callback, id);
        return (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
    }

    private static async Task<double> AtOnceAsync(HttpClient http, Uri callback, TimeSpan duration, long first)
    {
        var (id, accepted, start) = (first, 0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                await PostAsync(http, callback, Interlocked.Increment(ref id));
                Interlocked.Increment(ref accepted);
            }
        }));
        return Math.Round(accepted / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static async Task PostAsync(HttpClient http, Uri callback, long id)
    {
        var body = FormattableString.Invariant(
            $$$"""{"object_type":"activity","object_id":{{{id + 1}}},"aspect_type":"create","owner_id":{{{(id % Athletes) + 1}}},"subscription_id":9,"event_time":{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}},"updates":{}}""");
        using var answer = await http.PostAsync(callback, new StringContent(body, Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
    }

    private static double At(double[] sorted, double share) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))], 1);
}
