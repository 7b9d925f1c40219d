using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Front;

/// <summary>What everybody may read: what this is, what it reads, and how to take it back.</summary>
internal static class FrontPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", (HttpContext context, IOptions<StravaOptions> strava) =>
            SignedIn.Runner(context) is not null ? Results.LocalRedirect("~/week") : Show.Page<LandingPage>(ViewOf(strava.Value, null)));
        pages.MapGet("/privacy", (IOptions<StravaOptions> strava) => Show.Page<PrivacyPage>(new PrivacyView(strava.Value.RetentionDays, Consents.Version)));
        pages.MapGet("/rules", () => new RazorComponentResult<RulesPage>());
        pages.MapGet("/gone", () => MessagePages.Show(StatusCodes.Status200OK, "Your data is being deleted", "It is gone within a minute or two, also from what is shown here. If your address was confirmed, a receipt is on its way."));
        pages.MapPost("/connect/strava", ConnectAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    private static LandingView ViewOf(StravaOptions strava, string? fault) => new(strava.IsConfigured, strava.RetentionDays, strava.HistoryDays, fault);

    private static async Task<IResult> ConnectAsync(HttpContext context, Consents consents, IOptions<StravaOptions> strava, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (!form.IsTicked("agreed"))
            return Show.Page<LandingPage>(ViewOf(strava.Value, "Tick the box first: without your consent we read nothing."), StatusCodes.Status422UnprocessableEntity);

        await consents.GiveAsync(context, StravaOptions.Provider, cancellation);
        return Results.LocalRedirect("~/connect/strava");
    }
}
