using System.Net;
using WeightedRun.Sandbox.Control;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner.Notices;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>The levers behind the stand-in, under <c>/sandbox</c>: JSON in, JSON out, snake_case.</summary>
internal static class PartnerControl
{
    private const double DefaultWaitSeconds = 60;

    private sealed record Consent(string? User);

    private sealed record NewPermissions(string[] Permissions);

    private sealed record Edit(string? Name, string? TypeKey);

    private sealed record Forged(Uri Url, string Body);

    private sealed record Flood(Uri Url, int Megabytes = 10);

    public static void Map(IEndpointRouteBuilder routes, PartnerWorld world)
    {
        var control = routes.MapGroup("/sandbox");
        MapUsers(control, world);
        MapNotices(control, world);
        control.MapGet("/quirks", () => world.Quirks);
        control.MapPut("/quirks", (Quirks quirks) =>
        {
            world.Quirks = quirks;
            return Results.NoContent();
        });
        Garmin.WeatherControl.Map(control, world.Faults, world.Calls);
        ClockControl.Map(control, world.Clock);
    }

    private static void MapUsers(RouteGroupBuilder control, PartnerWorld world)
    {
        control.MapPost("/users", () => new { Id = GarminUserId.New().Value });
        control.MapPut("/consent", (Consent consent) =>
        {
            world.Consenting = consent.User is { } user ? new GarminUserId(user) : null;
            return Results.NoContent();
        });
        control.MapPost("/users/{id}/activities", (string id, NewGarminActivity activity) => new { Id = world.Upload(new GarminUserId(id), activity).Id.Value });
        control.MapPut("/users/{id}/permissions", (string id, NewPermissions change) => Found(world.ChangePermissions(new GarminUserId(id), change.Permissions)));
        control.MapPost("/users/{id}/deregister", (string id) => Found(world.Deregister(new GarminUserId(id))));
        control.MapPatch("/activities/{id:long}", (long id, Edit edit) => Found(world.Edit(new GarminActivityId(id), edit.Name, edit.TypeKey)));
    }

    private static void MapNotices(RouteGroupBuilder control, PartnerWorld world)
    {
        control.MapGet("/notices", () => new { world.Sender.Sent, world.Sender.Accepted, world.Sender.Open, world.Sender.How });
        control.MapPut("/notices", (NoticeDelivery how) =>
        {
            world.Sender.How = how;
            return Results.NoContent();
        });
        control.MapPut("/notices/endpoints/{kind}", (string kind, NoticeEndpoint endpoint) =>
        {
            world.Sender.SetEndpoint(kind, endpoint);
            return Results.NoContent();
        });
        control.MapPost("/notices/forged", async (Forged forged, CancellationToken cancellation) => new { Status = (int)await world.Sender.PostAsync(forged.Url, forged.Body, cancellation) });
        control.MapPost("/notices/flood", async (Flood flood, CancellationToken cancellation) =>
            new { Status = (int)await world.Sender.PostAsync(flood.Url, LargeBody.Of(world, flood.Megabytes), cancellation) });
        control.MapPost("/notices/idle", async (double? timeoutSeconds, CancellationToken cancellation) =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TimeSpan.FromSeconds(timeoutSeconds ?? DefaultWaitSeconds));
            try
            {
                await world.Sender.WhenIdleAsync(patience.Token);
                return Results.NoContent();
            }
            catch (OperationCanceledException)
            {
                return Results.Json(new { Error = $"{world.Sender.Open} notices are still open." }, statusCode: (int)HttpStatusCode.GatewayTimeout);
            }
        });
    }

    private static IResult Found(bool isFound) => isFound ? Results.NoContent() : Results.NotFound();
}
