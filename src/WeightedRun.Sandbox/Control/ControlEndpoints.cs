using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>The levers behind the stand-in, under <c>/sandbox</c>: JSON in, JSON out, snake_case.</summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, StravaWorld world, SandboxClock clock)
    {
        var control = routes.MapGroup("/sandbox");
        AthleteControl.Map(control, world);
        AppControl.Map(control, world);
        WeatherControl.Map(control, world);
        EventControl.Map(control, world);
        ClockControl.Map(control, clock);
        TruthControl.Map(control, world);
    }
}
