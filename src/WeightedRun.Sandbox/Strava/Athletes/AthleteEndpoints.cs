using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Athletes;

/// <summary>The athlete, zones, totals and gear: https://developers.strava.com/docs/reference/#api-Athletes</summary>
internal static class AthleteEndpoints
{
    // Strava's default zones; -1 is "without end".
    private static readonly (int Min, int Max)[] HeartRateZones = [(0, 115), (115, 152), (152, 171), (171, 190), (190, -1)];

    public static void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/athlete", door.Reads("GET /athlete", AthleteAsync));
        routes.MapGet("/athlete/zones", door.Reads("GET /athlete/zones", ZonesAsync));
        routes.MapGet("/athletes/{id}/stats", door.Reads("GET /athletes/{id}/stats", StatsAsync));
        routes.MapGet("/gear/{id}", door.Reads("GET /gear/{id}", GearAsync));
    }

    private static Task AthleteAsync(ApiCall call)
    {
        if (call.Scopes.Has(Scopes.ReadAllProfile))
            return call.AnswerAsync(json => AthleteJson.WriteDetailed(json, call.Athlete));

        return call.Scopes.Has(Scopes.Read)
            ? call.AnswerAsync(json => AthleteJson.WriteSummary(json, call.Athlete))
            : call.RefuseAsync(Refusal.MissingScope(Scopes.Read));
    }

    private static Task ZonesAsync(ApiCall call) => !call.Scopes.Has(Scopes.ReadAllProfile)
        ? call.RefuseAsync(Refusal.MissingScope(Scopes.ReadAllProfile))
        : call.AnswerAsync(json =>
        {
            json.Begin();
            json.Begin("heart_rate");
            json.Flag("custom_zones", false);
            json.BeginList("zones");
            foreach (var (min, max) in HeartRateZones)
            {
                json.Begin();
                json.Count("min", min);
                json.Count("max", max);
                json.End();
            }

            json.EndList();
            json.End();
            json.End();
        });

    private static Task StatsAsync(ApiCall call)
    {
        if (call.RouteId != call.Athlete.Id.Value)
            return call.RefuseAsync(Refusal.Forbidden);

        return call.Scopes.ReadsActivities
            ? call.AnswerAsync(json => StatsJson.Write(json, call.Athlete, call.World.Clock.GetUtcNow()))
            : call.RefuseAsync(Refusal.MissingScope(Scopes.ReadActivities));
    }

    private static Task GearAsync(ApiCall call) => call.Athlete.GearOf(new GearId(call.Route("id"))) is { } gear
        ? call.AnswerAsync(json => GearJson.WriteDetailed(json, gear, call.Athlete))
        : call.RefuseAsync(Refusal.NotFound("Gear"));
}
