using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>The stand-in's time.</summary>
internal static class ClockControl
{
    private sealed record ClockState(DateTimeOffset Now, bool IsStopped = false);

    private sealed record Step(double Seconds);

    public static void Map(IEndpointRouteBuilder control, SandboxClock clock)
    {
        control.MapGet("/clock", () => new { Now = clock.GetUtcNow() });
        control.MapPut("/clock", (ClockState state) =>
        {
            clock.Set(state.Now, state.IsStopped);
            return new { Now = clock.GetUtcNow() };
        });
        control.MapPost("/clock/advance", (Step step) =>
        {
            clock.Advance(TimeSpan.FromSeconds(step.Seconds));
            return new { Now = clock.GetUtcNow() };
        });
    }
}
