using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WeightedRun.Sandbox.Tests.Strava.Push;

/// <summary>An event as it arrived.</summary>
internal sealed record Arrived(JsonElement Json, string Body, string? Signature);

/// <summary>A webhook that keeps what it gets and answers as it is told.</summary>
internal sealed class CallbackServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Arrived> _arrived = [];

    private CallbackServer(WebApplication server) => _server = server;

    public string Url => $"{_server.Urls.First()}/hook/s3cret";

    public Arrived[] Arrived => [.. _arrived];

    /// <summary>The verification call as it came.</summary>
    public IQueryCollection? Verification { get; private set; }

    /// <summary>The answer to the verification, given the challenge.</summary>
    public Func<string, IResult> Verify { get; set; } = challenge => Results.Json(new Dictionary<string, string> { ["hub.challenge"] = challenge });

    /// <summary>The answer to an event, by how many came before.</summary>
    public Func<int, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Results.Ok());

    public static async Task<CallbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new CallbackServer(app);
        app.MapGet("/hook/s3cret", (HttpContext context) =>
        {
            server.Verification = context.Request.Query;
            return server.Verify(context.Request.Query["hub.challenge"].ToString());
        });
        app.MapPost("/hook/s3cret", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var before = server._arrived.Count;
            server._arrived.Enqueue(new Arrived(JsonDocument.Parse(body).RootElement, body, context.Request.Headers["X-Strava-Signature"]));
            return await server.Answer(before);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>What arrived, in short: <c>activity update 16000000001 {"title":"x"}</c>.</summary>
    public string[] Told() => [.. _arrived.Select(arrived =>
        $"{arrived.Json.GetProperty("object_type")} {arrived.Json.GetProperty("aspect_type")} {arrived.Json.GetProperty("object_id")} {arrived.Json.GetProperty("updates").GetRawText()}")];

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
