using WeightedRun.Sandbox.Garmin;
using SandboxClock = WeightedRun.Sandbox.Strava.World.SandboxClock;

namespace WeightedRun.Sandbox.GarminPersonal;

/// <summary>A stand-in for the Garmin Connect Personal API on a port of its own, with the world behind it.</summary>
internal sealed class GarminPersonalSandbox : IAsyncDisposable
{
    private readonly WebApplication _server;

    private GarminPersonalSandbox(WebApplication server, PersonalWorld world) =>
        (_server, World, BaseAddress) = (server, world, SandboxServer.AddressOf(server));

    public Uri BaseAddress { get; }

    public PersonalWorld World { get; }

    public SandboxClock Clock => World.Clock;

    public static async Task<GarminPersonalSandbox> StartAsync(GarminPersonalOptions options, CancellationToken cancellation = default)
    {
        var server = SandboxServer.Build(options.Url);
        var world = new PersonalWorld(new SandboxClock(options.Clock));
        new PersonalEndpoints(world).Map(server, options);
        PersonalControl.Map(server, world);
        await server.StartAsync(cancellation);
        return new GarminPersonalSandbox(server, world);
    }

    public Task WaitForShutdownAsync(CancellationToken cancellation) => _server.WaitForShutdownAsync(cancellation);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
