using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>Athletes and what they do: upload, edit, delete, hide, disconnect.</summary>
internal static class AthleteControl
{
    public static void Map(IEndpointRouteBuilder control, StravaWorld world)
    {
        control.MapPost("/athletes", (NewAthlete athlete) => new { Id = world.AddAthlete(athlete).Id.Value });
        control.MapGet("/athletes", () => world.Athletes.Select(athlete => new { Id = athlete.Id.Value, athlete.FirstName, athlete.LastName }));
        control.MapPost("/athletes/{id:long}/activities", (long id, NewActivity activity) => new { Id = world.Upload(new AthleteId(id), activity).Id.Value });
        control.MapPost("/athletes/{id:long}/deauthorize", (long id) => new { Revoked = Deauthorize(world, world.Athlete(new AthleteId(id))) });
        control.MapPatch("/activities/{id:long}", (long id, ActivityEdit edit) => world.Edit(new ActivityId(id), edit.Apply) is null ? Results.NotFound() : Results.NoContent());
        control.MapDelete("/activities/{id:long}", (long id) => world.Delete(new ActivityId(id)) ? Results.NoContent() : Results.NotFound());
    }

    /// <summary>The athlete removes the applications in Strava's own settings.</summary>
    private static int Deauthorize(StravaWorld world, StravaAthlete athlete) =>
        world.Apps.Count(app => world.Tokens.Find(app, athlete) is { } grant && world.Deauthorize(grant));
}
