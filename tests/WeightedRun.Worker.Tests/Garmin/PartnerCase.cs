using System.Collections.Concurrent;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPartner.Notices;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.GarminPartner;

namespace WeightedRun.Worker.Tests.Garmin;

/// <summary>The product's client against a stand-in for Garmin's partner API, over HTTP both ways, with one clock for both.</summary>
internal sealed class PartnerCase : IAsyncDisposable
{
    public static readonly Uri Redirect = new("http://runs.test/garmin/back");

    private readonly GarminPartnerSandbox _sandbox;
    private readonly ServiceProvider _services;
    private readonly WebApplication _door;

    private PartnerCase(GarminPartnerSandbox sandbox, ServiceProvider services, WebApplication door) => (_sandbox, _services, _door) = (sandbox, services, door);

    public PartnerWorld World => _sandbox.World;

    public Uri ApiBaseUrl => _sandbox.BaseAddress;

    public GarminPartnerTokens Tokens => _services.GetRequiredService<GarminPartnerTokens>();

    public GarminPartnerCalls Calls => _services.GetRequiredService<GarminPartnerCalls>();

    public GarminPartnerDeliveries Deliveries => _services.GetRequiredService<GarminPartnerDeliveries>();

    /// <summary>What was read of the notifications that came in.</summary>
    public ConcurrentQueue<GarminNotice> Notices { get; } = new();

    public static async Task<PartnerCase> StartAsync(params (string Name, string Value)[] settings)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var sandbox = await GarminPartnerSandbox.StartAsync(new Sandbox.GarminPartner.GarminPartnerOptions(), cancellation);
        var address = sandbox.BaseAddress.ToString();
        (string Name, string Value)[] usual =
        [
            ("ClientId", "sandbox-partner"), ("ClientSecret", "sandbox-partner-secret"), ("NotificationSecret", new string('s', 32)),
            ("AuthorizeUrl", address + "oauth2Confirm"), ("TokenBaseUrl", address), ("ApiBaseUrl", address),
        ];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Concat(usual).DistinctBy(setting => setting.Name).Select(setting => KeyValuePair.Create($"GarminPartner:{setting.Name}", (string?)setting.Value))).Build();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(sandbox.World.Clock).AddSingleton<IConfiguration>(configuration).AddLogging().AddGarminPartner(configuration);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var garmin = new PartnerCase(sandbox, services.BuildServiceProvider(), builder.Build());
        garmin._door.MapPost("/notices", (Delegate)garmin.TakeAsync);
        await garmin._door.StartAsync(cancellation);
        return garmin;
    }

    /// <summary>A runner consents; the code is exchanged.</summary>
    public async Task<(GarminUserId User, Tokens Tokens)> ConnectAsync()
    {
        var user = GarminUserId.New();
        World.Consenting = user;
        var pkce = Pkce.Create();
        return (user, await Tokens.ExchangeAsync(await ConsentAsync(pkce), pkce, Redirect, TestContext.Current.CancellationToken));
    }

    public async Task<string> ConsentAsync(Pkce pkce)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(Tokens.AuthorizeUrl(pkce, "state-1", Redirect), TestContext.Current.CancellationToken);
        var back = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Equal("state-1", back["state"]);
        return back["code"]!;
    }

    public void Listen(string kind, NoticeMode mode) => World.Sender.SetEndpoint(kind, new NoticeEndpoint(NoticeUrl, mode));

    public Uri NoticeUrl => new(_door.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/notices");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
        await _door.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        await foreach (var notice in NoticeReader.ReadAsync(context.Request.Body, context.RequestAborted))
            Notices.Enqueue(notice);

        return Results.Ok();
    }
}
