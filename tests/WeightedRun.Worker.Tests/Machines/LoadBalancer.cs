using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WeightedRun.Worker.Tests.Machines;

/// <summary>What stands before several web processes: each request goes to the next one; who does not answer is passed over, and when nobody does it is 502.</summary>
internal sealed class LoadBalancer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(1) });
    private int _turn;

    private LoadBalancer(WebApplication app)
    {
        _app = app;
        app.Run(PassOnAsync);
    }

    /// <summary>Where requests come to.</summary>
    public Uri Address => new(_app.Urls.First() + "/");

    /// <summary>Whom they are passed on to.</summary>
    public IReadOnlyList<Uri> Targets { get; set; } = [];

    public static async Task<LoadBalancer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var balancer = new LoadBalancer(builder.Build());
        await balancer._app.StartAsync();
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var targets = Targets;
        for (var n = 0; n < targets.Count; n++)
        {
            var target = targets[(int)((uint)Interlocked.Increment(ref _turn) % targets.Count)];
            try
            {
                using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, $"{context.Request.Path}{context.Request.QueryString}"));
                request.Content = new ByteArrayContent(body.ToArray());
                if (context.Request.ContentType is { } type)
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

                using var answer = await _http.SendAsync(request, context.RequestAborted);
                context.Response.StatusCode = (int)answer.StatusCode;
                context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
                await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
                return;
            }
            catch (HttpRequestException)
            {
                // Killed, or not up yet: the next one.
            }
        }

        context.Response.StatusCode = (int)HttpStatusCode.BadGateway;
    }
}
