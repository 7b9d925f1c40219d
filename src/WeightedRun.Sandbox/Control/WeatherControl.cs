using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>What goes wrong: faults that strike calls, and lasting quirks of the answers.</summary>
internal static class WeatherControl
{
    private sealed record NewFault(FaultKind Kind, string? Endpoint, long? Activity, int? Times, double Share = 1, int DelayMilliseconds = 3000)
    {
        public InjectedFault ToFault() => new()
        {
            Kind = Kind,
            Endpoint = Endpoint,
            Activity = Activity is { } id ? new ActivityId(id) : null,
            Times = Times,
            Share = Share,
            Delay = TimeSpan.FromMilliseconds(DelayMilliseconds),
        };
    }

    public static void Map(IEndpointRouteBuilder control, StravaWorld world)
    {
        control.MapPost("/faults", (NewFault fault) =>
        {
            world.Faults.Add(fault.ToFault());
            return Results.NoContent();
        });
        control.MapGet("/faults", () => new
        {
            world.Faults.Struck,
            Faults = world.Faults.All().Select(fault => new { fault.Kind, fault.Endpoint, Activity = fault.Activity?.Value, fault.Times, fault.Share, DelayMilliseconds = fault.Delay.TotalMilliseconds }),
        });
        control.MapDelete("/faults", () =>
        {
            world.Faults.Clear();
            return Results.NoContent();
        });
        control.MapGet("/quirks", () => world.Quirks);
        control.MapPut("/quirks", (Quirks quirks) =>
        {
            world.Quirks = quirks;
            return Results.NoContent();
        });
    }
}
