using System.Globalization;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>Where an athlete is sent to consent: https://developers.strava.com/docs/authentication/#requesting-access</summary>
internal sealed class AuthorizeEndpoints(StravaWorld world)
{
    // Who consented last in this browser, as a signed-in athlete would be known.
    private const string SignedIn = "sandbox_athlete";

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var path in (string[])["/oauth/authorize", "/oauth/mobile/authorize", "/api/v3/oauth/authorize"])
            routes.MapGet(path, AskAsync);

        routes.MapPost("/oauth/accept_application", DecideAsync);
    }

    private async Task AskAsync(HttpContext context)
    {
        var (request, refusal) = AuthorizationRequest.Parse(context.Request.Query, world);
        if (request is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        var consent = world.Consent;
        var athlete = AthleteOf(context.Request.Query[SignedIn]) ?? world.FindAthlete(consent.Athlete ?? default) ?? AthleteOf(context.Request.Cookies[SignedIn]);
        var isKnown = athlete is not null && !request.IsForced && world.Tokens.Find(request.App, athlete)?.Scopes.Covers(request.Scopes) == true;
        if (consent.Mode == ConsentMode.Deny)
            context.Response.Redirect(request.Denied());
        else if (consent.Mode == ConsentMode.Approve || isKnown)
            await ApproveAsync(context, request, athlete, request.Scopes.Without(consent.Withheld));
        else
            await Answer.TextAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", ConsentPage.Render(request, world, context.Request.QueryString.Value ?? "", athlete?.Id));
    }

    private async Task DecideAsync(HttpContext context)
    {
        var (request, refusal) = AuthorizationRequest.Parse(context.Request.Query, world);
        if (request is null)
        {
            await Answer.RefuseAsync(context, refusal!);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["decision"] != "approve")
        {
            context.Response.Redirect(request.Denied());
            return;
        }

        var granted = Scopes.Of(form["granted"].OfType<string>());
        await ApproveAsync(context, request, AthleteOf(form["athlete"]), request.Scopes.Without(request.Scopes.Granted.Except(granted.Granted)));
    }

    private async Task ApproveAsync(HttpContext context, AuthorizationRequest request, StravaAthlete? athlete, Scopes granted)
    {
        if (athlete is null)
        {
            await Answer.TextAsync(context, StatusCodes.Status400BadRequest, "text/plain; charset=utf-8", "No such athlete. Add ?sandbox_athlete=ID, or set the consent's athlete.");
            return;
        }

        if (request.App.TellsCapOnPage && world.Tokens.IsFullFor(request.App, athlete))
        {
            await Answer.RefuseAsync(context, Refusal.TooManyAthletes);
            return;
        }

        context.Response.Cookies.Append(SignedIn, athlete.Id.ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
        context.Response.Redirect(request.Approved(world.Tokens.IssueCode(athlete, request.App, granted), granted));
    }

    private StravaAthlete? AthleteOf(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? world.FindAthlete(new AthleteId(number)) : null;
}
