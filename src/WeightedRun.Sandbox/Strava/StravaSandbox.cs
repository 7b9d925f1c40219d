using System.Text.Json;
using System.Text.Json.Serialization;
using WeightedRun.Sandbox.Control;
using WeightedRun.Sandbox.Strava.Activities;
using WeightedRun.Sandbox.Strava.Athletes;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.Push;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava;

/// <summary>A stand-in for Strava on a port of its own, with the world behind it.</summary>
internal sealed class StravaSandbox : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CallbackCheck _callbackCheck;

    private StravaSandbox(WebApplication server, StravaWorld world, SandboxClock clock, StravaApp app, CallbackCheck callbackCheck)
    {
        (_server, World, Clock, App, _callbackCheck) = (server, world, clock, app, callbackCheck);
        BaseAddress = new Uri(server.Urls.First());
    }

    /// <summary>Both hosts of Strava: OAuth is under <c>/oauth</c>, the API under <c>/api/v3</c> and, as from 2027 on, without a prefix.</summary>
    public Uri BaseAddress { get; }

    public StravaWorld World { get; }

    /// <summary>Runs with the clock of the options until it is set.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The application that is registered from the start.</summary>
    public StravaApp App { get; }

    public static async Task<StravaSandbox> StartAsync(StravaOptions options, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        var server = builder.Build();
        server.Use(ControlRefusal.ExplainAsync);

        var clock = new SandboxClock(options.Clock);
        var world = new StravaWorld(clock, options.Seed);
        world.AddApp(options.App);
        var callbackCheck = new CallbackCheck();
        Map(server, world, clock, callbackCheck);
        await server.StartAsync(cancellation);
        return new StravaSandbox(server, world, clock, options.App, callbackCheck);
    }

    public Task WaitForShutdownAsync(CancellationToken cancellation) => _server.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await _server.DisposeAsync();
        _callbackCheck.Dispose();
    }

    private static void Map(WebApplication server, StravaWorld world, SandboxClock clock, CallbackCheck callbackCheck)
    {
        var door = new ApiDoor(world);
        new AuthorizeEndpoints(world).Map(server);
        new TokenEndpoint(world, door).Map(server);
        new RevokeEndpoints(world, door).Map(server);
        foreach (var prefix in (string[])["/api/v3", ""])
        {
            var api = server.MapGroup(prefix);
            ActivityEndpoints.Map(api, door);
            AthleteEndpoints.Map(api, door);
            new PushEndpoints(world, door, callbackCheck).Map(api);
        }

        ControlEndpoints.Map(server, world, clock);
    }
}
