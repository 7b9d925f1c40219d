using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.RateLimits;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>Applications: register, limit, use up, switch off; and how athletes answer them.</summary>
internal static class AppControl
{
    private sealed record NewApp(int Id, string Secret, string CallbackDomain = "localhost", int AthleteCap = 10);

    private sealed record AppState(bool? IsActive, int? AthleteCap, bool? TellsCapOnPage);

    private sealed record Buckets(RateLimit Overall, RateLimit Read);

    private sealed record ConsentState(ConsentMode Mode, long? Athlete, string[]? Withheld);

    public static void Map(IEndpointRouteBuilder control, StravaWorld world)
    {
        control.MapPost("/apps", (NewApp app) =>
        {
            world.AddApp(new StravaApp { Id = new ClientId(app.Id), Secret = app.Secret, CallbackDomain = app.CallbackDomain, AthleteCap = app.AthleteCap });
            return Results.NoContent();
        });
        control.MapPatch("/apps/{id:int}", (int id, AppState state) =>
        {
            var app = App(world, id);
            app.IsActive = state.IsActive ?? app.IsActive;
            app.AthleteCap = state.AthleteCap ?? app.AthleteCap;
            app.TellsCapOnPage = state.TellsCapOnPage ?? app.TellsCapOnPage;
            return Results.NoContent();
        });
        control.MapGet("/apps/{id:int}/rate", (int id) => App(world, id).Rate.Read(world.Clock.GetUtcNow()));
        control.MapPut("/apps/{id:int}/limits", (int id, Buckets limits) =>
        {
            App(world, id).Rate.SetLimits(limits.Overall, limits.Read);
            return Results.NoContent();
        });
        control.MapPut("/apps/{id:int}/usage", (int id, Buckets usage) =>
        {
            App(world, id).Rate.SetUsage(world.Clock.GetUtcNow(), usage.Overall, usage.Read);
            return Results.NoContent();
        });
        control.MapPut("/consent", (ConsentState state) =>
        {
            world.Consent = new Consent { Mode = state.Mode, Athlete = state.Athlete is { } id ? new AthleteId(id) : null, Withheld = state.Withheld ?? [] };
            return Results.NoContent();
        });
    }

    private static StravaApp App(StravaWorld world, int id) => world.Apps.FirstOrDefault(app => app.Id.Value == id) ?? throw new KeyNotFoundException($"There is no application {id}.");
}
