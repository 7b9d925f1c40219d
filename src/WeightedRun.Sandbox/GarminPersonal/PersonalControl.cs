using WeightedRun.Sandbox.Control;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPersonal;

/// <summary>The levers behind the stand-in, under <c>/sandbox</c>: JSON in, JSON out, snake_case.</summary>
internal static class PersonalControl
{
    private sealed record NewKey(int Days = 90);

    private sealed record KeyText(string Key);

    public static void Map(IEndpointRouteBuilder routes, PersonalWorld world)
    {
        var control = routes.MapGroup("/sandbox");
        control.MapPost("/runners", () => new { Id = GarminUserId.New().Value });
        control.MapPost("/runners/{id}/keys", (string id, NewKey key) => new { Key = world.CreateKey(new GarminUserId(id), key.Days) });
        control.MapPost("/keys/delete", (KeyText key) => world.DeleteKey(key.Key) ? Results.NoContent() : Results.NotFound());
        control.MapPost("/runners/{id}/tokens/kill", (string id) =>
        {
            world.KillTokens(new GarminUserId(id));
            return Results.NoContent();
        });
        control.MapPost("/runners/{id}/activities", (string id, NewGarminActivity activity) => new { Id = world.Upload(new GarminUserId(id), activity).Id.Value });
        control.MapDelete("/activities/{id:long}", (long id) => world.Delete(new GarminActivityId(id)) ? Results.NoContent() : Results.NotFound());
        control.MapGet("/quirks", () => world.Quirks);
        control.MapPut("/quirks", (Quirks quirks) =>
        {
            world.Quirks = quirks;
            return Results.NoContent();
        });
        Garmin.WeatherControl.Map(control, world.Faults, world.Calls);
        ClockControl.Map(control, world.Clock);
    }
}
