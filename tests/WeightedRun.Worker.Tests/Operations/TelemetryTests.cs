using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Commands;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Operations;

public sealed class TelemetryTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_gets_metrics_and_spans_of_jobs_and_log_lines_are_json_under_the_trace_of_what_asked()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var collector = await Collector.StartAsync();
        var serve = await ServeProcess.StartAsync(new Dictionary<string, string>
        {
            ["Database__ConnectionString"] = database.ConnectionString,
            ["Secrets__MasterKeys"] = MasterKeys.Create(),
            ["Telemetry__OtlpEndpoint"] = collector.Address.ToString(),
            ["Telemetry__LogsAsJson"] = "true",
        });
        // Its path is a secret wherever it is a real one.
        using var refused = await serve.Http.GetAsync(new Uri("/webhooks/strava/a-guessed-secret", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        await database.ExecuteAsync("insert into inbox (provider, event_key, owner_external_id, object_type, object_external_id, aspect, occurred_at, received_at, due_at, expires_at) values ('strava', 'old', '1', 'activity', '2', 'create', now(), now(), now() + interval '1 day', now() - interval '1 day')");
        using var asked = new Activity("asked for").Start();
        await using var jobs = new ServiceCollection().AddLogging().AddJobs(database.Source, new ConfigurationBuilder().Build(), Roles.None).BuildServiceProvider();
        var job = jobs.GetRequiredService<IBackgroundJobClient>().Create<PurgeExpiredJob>(purge => purge.RunAsync(CancellationToken.None), new Hangfire.States.EnqueuedState(Queues.All[0]));
        await Strava.StravaCase.UntilAsync("the job is done", async () => await database.ScalarAsync<string>("select statename from hangfire.job where id = @id", new { id = long.Parse(job, System.Globalization.CultureInfo.InvariantCulture) }) == "Succeeded", TimeSpan.FromSeconds(30));
        await serve.StopAsync();
        await serve.DisposeAsync();

        var (metrics, traces) = (collector.Got("/v1/metrics"), collector.Got("/v1/traces"));
        Assert.Contains("weightedrun.jobs.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("purge-expired", metrics, StringComparison.Ordinal);
        Assert.Contains("/webhooks/strava/{secret}", metrics, StringComparison.Ordinal);
        Assert.Contains("purge-expired", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("a-guessed-secret", metrics + traces, StringComparison.Ordinal);
        var lines = serve.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.String, line.GetProperty("Message").ValueKind));
        var purged = Assert.Single(lines, line => line.GetProperty("Message").GetString()!.Contains("inbox", StringComparison.Ordinal));
        Assert.Contains(purged.GetProperty("Scopes").EnumerateArray(), scope => scope.TryGetProperty("TraceId", out var trace) && trace.GetString() == asked.TraceId.ToHexString());
    }

    /// <summary>Takes what OTLP brings over HTTP. Names and values stand in its bytes as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _got = new();
        private readonly WebApplication _app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
                _got.Enqueue((context.Request.Path, await reader.ReadToEndAsync(context.RequestAborted)));
                context.Response.ContentType = "application/x-protobuf";
            });
        }

        public Uri Address => new(_app.Urls.First());

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync(Cancellation);
            return collector;
        }

        public string Got(string path) => string.Join('\n', _got.Where(one => one.Path == path).Select(one => one.Body));

        public async ValueTask DisposeAsync() => await _app.DisposeAsync();
    }
}
