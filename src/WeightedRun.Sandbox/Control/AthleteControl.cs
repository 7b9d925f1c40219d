using WeightedRun.Sandbox.Runners;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>Athletes and what they do: upload, edit, delete, hide, disconnect.</summary>
internal static class AthleteControl
{
    private sealed record Sample(int Count, int Days = 180, int Seed = 1);

    private sealed record NewGrant(int ClientId, string Scope = "read,activity:read_all,profile:read_all");

    public static void Map(IEndpointRouteBuilder control, StravaWorld world)
    {
        control.MapPost("/athletes", (NewAthlete athlete) => new { Id = world.AddAthlete(athlete).Id.Value });
        control.MapGet("/athletes", () => world.Athletes.Select(athlete => new { Id = athlete.Id.Value, athlete.FirstName, athlete.LastName }));
        control.MapPost("/athletes/generate", (Sample sample) => new { Ids = new SampleRunners(world, sample.Seed).Add(sample.Count, sample.Days).Select(athlete => athlete.Id.Value) });
        control.MapPost("/athletes/{id:long}/grants", (long id, NewGrant grant) => Connect(world, world.Athlete(new AthleteId(id)), grant));
        control.MapPost("/athletes/{id:long}/activities", (long id, NewActivity activity) => new { Id = world.Upload(new AthleteId(id), activity).Id.Value });
        control.MapPost("/athletes/{id:long}/deauthorize", (long id) => new { Revoked = Deauthorize(world, world.Athlete(new AthleteId(id))) });
        control.MapPatch("/activities/{id:long}", (long id, ActivityEdit edit) => world.Edit(new ActivityId(id), edit.Apply) is null ? Results.NotFound() : Results.NoContent());
        control.MapDelete("/activities/{id:long}", (long id) => world.Delete(new ActivityId(id)) ? Results.NoContent() : Results.NotFound());
    }

    /// <summary>Consent and exchange in one, for benchmarks that connect thousands.</summary>
    private static object Connect(StravaWorld world, StravaAthlete athlete, NewGrant grant)
    {
        var app = world.FindApp(grant.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? throw new KeyNotFoundException($"There is no application {grant.ClientId}.");
        var scopes = Scopes.Parse(grant.Scope) ?? throw new BadHttpRequestException($"scope: \"{grant.Scope}\" holds a word that is no scope. The scopes are {string.Join(", ", Scopes.Known)}.");
        var pair = world.Tokens.Connect(app, athlete, scopes) ?? throw new BadHttpRequestException($"The application may connect {app.AthleteCap} athletes and has; raise athlete_cap.");
        return new { pair.AccessToken, pair.RefreshToken, ExpiresAt = pair.ExpiresAt.ToUnixTimeSeconds(), Scope = scopes.ToString() };
    }

    /// <summary>The athlete removes the applications in Strava's own settings.</summary>
    private static int Deauthorize(StravaWorld world, StravaAthlete athlete) =>
        world.Apps.Count(app => world.Tokens.Find(app, athlete) is { } grant && world.Deauthorize(grant));
}
