using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner.OAuth;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>A stand-in for the Garmin Connect Developer Program on a port of its own: all three of its hosts, with the world behind them.</summary>
internal sealed class GarminPartnerSandbox : IAsyncDisposable
{
    private readonly WebApplication _server;

    private GarminPartnerSandbox(WebApplication server, PartnerWorld world) => (_server, World) = (server, world);

    public Uri BaseAddress => World.BaseAddress!;

    public PartnerWorld World { get; }

    public static async Task<GarminPartnerSandbox> StartAsync(GarminPartnerOptions options, CancellationToken cancellation = default)
    {
        var server = SandboxServer.Build(options.Url);
        var world = new PartnerWorld(options);
        new OAuthEndpoints(world).Map(server);
        var wellness = server.MapGroup("/wellness-api/rest");
        new UserEndpoints(world).Map(wellness);
        new SummaryEndpoints(world).Map(wellness);
        new BackfillEndpoints(world).Map(wellness);
        PartnerControl.Map(server, world);
        await server.StartAsync(cancellation);
        world.BaseAddress = SandboxServer.AddressOf(server);
        return new GarminPartnerSandbox(server, world);
    }

    public Task WaitForShutdownAsync(CancellationToken cancellation) => _server.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await _server.DisposeAsync();
    }
}
