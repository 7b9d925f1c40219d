using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

/// <summary>The first page after signing in: how far the history is read, and the questions.</summary>
internal static class WelcomePages
{
    private const int SecondsBetweenLooks = 3;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/welcome", ShowAsync);
        pages.MapPost("/welcome", SaveAsync).RequireRateLimiting(RateLimits.SignIn);
        pages.MapGet("/welcome/progress", ProgressAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, RunnerSettings settings, RunnerConnections connections, StravaBackfill backfill, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var profile = ProfileViews.Of(await settings.ReadAsync(visitor.RunnerId, cancellation));
        return Show.Page<WelcomePage>(await ViewAsync(visitor, profile, connections, backfill, cancellation));
    }

    private static async Task<IResult> ProgressAsync(HttpContext context, RunnerConnections connections, StravaBackfill backfill, CancellationToken cancellation)
    {
        var view = await ViewAsync(Visitors.Required(context), new ProfileView(), connections, backfill, cancellation);
        return Show.Page<MessagePage>(new MessageView(
            view.IsWaiting ? "Reading your history" : "Your history", view.Progress, new PageLink("welcome", "Back to the questions"), view.IsWaiting ? SecondsBetweenLooks : null));
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, ProfileSaving saving, RunnerConnections connections, StravaBackfill backfill, TimeProvider time, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var form = await context.Request.ReadFormAsync(cancellation);
        var today = DateOnly.FromDateTime(visitor.LocalTime(time.GetUtcNow()));
        var reader = new SettingsForm(form, today);
        var input = reader.Read();
        var faults = new Dictionary<string, string>(reader.Faults);
        if (!input.IsNoticed)
            faults["health_notice"] = "Please read the notice and tick the box.";

        if (faults.Count > 0)
            return Show.Page<WelcomePage>(await ViewAsync(visitor, ProfileViews.Of(form, faults), connections, backfill, cancellation), StatusCodes.Status422UnprocessableEntity);

        await saving.SaveAsync(visitor, input, today, cancellation);
        return Results.LocalRedirect("~/week");
    }

    private static async Task<WelcomeView> ViewAsync(Visitor visitor, ProfileView profile, RunnerConnections connections, StravaBackfill backfill, CancellationToken cancellation)
    {
        if (await connections.FindAsync(visitor.RunnerId, StravaOptions.Provider, cancellation) is not { State: Connection.Active } strava)
            return new WelcomeView(["You are signed in. Bring your runs under Connections or Upload; first some questions."], IsWaiting: false, IsConnected: false, IsScopeMissing: false, profile);

        var progress = await backfill.ReadProgressAsync(strava.ConnectionId, cancellation);
        var lines = StravaPages.Progress(progress, strava.Scopes);
        return new WelcomeView(lines, progress is not { State: "done" or "parked" }, IsConnected: true, lines.Count > 1, profile);
    }
}
