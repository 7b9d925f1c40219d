using WeightedRun.Sandbox.Strava.Push;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>Events: how they travel, how far they got, and forged ones.</summary>
internal static class EventControl
{
    private const double DefaultWaitSeconds = 60;

    public static void Map(IEndpointRouteBuilder control, StravaWorld world)
    {
        control.MapGet("/events", () => new { world.Events.Sent, world.Events.Accepted, world.Events.GivenUp, world.Events.Open, world.Events.How });
        control.MapPut("/events", (EventDelivery how) =>
        {
            world.Events.How = how;
            return Results.NoContent();
        });
        control.MapPost("/events", (PushEvent forged) =>
        {
            var callback = world.Apps.Select(world.Subscriptions.Of).FirstOrDefault(subscription => subscription is not null)?.CallbackUrl ?? throw new KeyNotFoundException("Nobody has subscribed.");
            world.Events.Announce(forged, callback);
            return Results.Accepted();
        });
        control.MapPost("/events/idle", async (double? timeoutSeconds, CancellationToken cancellation) =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TimeSpan.FromSeconds(timeoutSeconds ?? DefaultWaitSeconds));
            try
            {
                await world.Events.WhenIdleAsync(patience.Token);
                return Results.NoContent();
            }
            catch (OperationCanceledException)
            {
                return Results.Json(new { Error = $"{world.Events.Open} events are still open." }, statusCode: StatusCodes.Status504GatewayTimeout);
            }
        });
    }
}
