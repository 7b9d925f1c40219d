using WeightedRun.Sandbox.Garmin.Faults;

namespace WeightedRun.Sandbox.Garmin;

/// <summary>The levers that both of Garmin's stand-ins have: faults and the count of calls.</summary>
internal static class WeatherControl
{
    private sealed record NewFault(FaultKind Kind, string? Endpoint, int? Times, int DelayMilliseconds = 3000, int RetryAfterSeconds = 14)
    {
        public InjectedFault ToFault() => new()
        {
            Kind = Kind,
            Endpoint = Endpoint,
            Times = Times,
            Delay = TimeSpan.FromMilliseconds(DelayMilliseconds),
            RetryAfterSeconds = RetryAfterSeconds,
        };
    }

    public static void Map(IEndpointRouteBuilder control, FaultPlan faults, CallCounters calls)
    {
        control.MapPost("/faults", (NewFault fault) =>
        {
            faults.Add(fault.ToFault());
            return Results.NoContent();
        });
        control.MapGet("/faults", () => faults.All().Select(fault => new { fault.Kind, fault.Endpoint, fault.Times, DelayMilliseconds = fault.Delay.TotalMilliseconds }));
        control.MapDelete("/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        control.MapGet("/calls", () => calls.All().Select(call => new { call.Endpoint, call.Status, call.Calls }));
        control.MapDelete("/calls", () =>
        {
            calls.Clear();
            return Results.NoContent();
        });
    }
}
