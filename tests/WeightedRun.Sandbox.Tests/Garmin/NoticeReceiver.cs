using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WeightedRun.Sandbox.Tests.Garmin;

/// <summary>A partner's address that keeps every body it is posted.</summary>
internal sealed class NoticeReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _refusals;

    private NoticeReceiver(WebApplication server) => _server = server;

    public Uri Url { get; private set; } = null!;

    public ConcurrentQueue<(string? ClientId, string Body)> Bodies { get; } = new();

    public IEnumerable<JsonElement> Items(string kind) => Bodies.Select(body => JsonDocument.Parse(body.Body).RootElement)
        .SelectMany(body => body.TryGetProperty(kind, out var items) ? items.EnumerateArray().ToList() : []);

    /// <summary>The next bodies are answered with 503.</summary>
    public void Refuse(int times) => _refusals = times;

    public static async Task<NoticeReceiver> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 200 * 1024 * 1024);
        var receiver = new NoticeReceiver(builder.Build());
        receiver._server.MapPost("/notices", (Delegate)receiver.TakeAsync);
        await receiver._server.StartAsync(cancellation);
        receiver.Url = new Uri(receiver._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/notices");
        return receiver;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        if (_refusals-- > 0)
            return Results.StatusCode(503);

        using var reader = new StreamReader(context.Request.Body);
        Bodies.Enqueue((context.Request.Headers["garmin-client-id"], await reader.ReadToEndAsync(context.RequestAborted)));
        return Results.Ok();
    }
}
