using System.Security.Cryptography;
using System.Text;
using Hangfire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>The way to Garmin's consent and back, with PKCE: https://developerportal.garmin.com/developer-programs. Who comes back must be who left, in the same browser.</summary>
internal sealed class GarminPartnerConnect(
    GarminPartnerTokens tokens, GarminPartnerCalls calls, ConnectionStore connections, GarminBackfill backfill, IBackgroundJobClient jobs, BrowserSeal seal, IOptions<GarminPartnerOptions> options)
{
    private const string Here = "/connect/garmin-partner";
    private const string Cookie = "wr_garmin_state";
    private static readonly TimeSpan StateLifetime = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Here, (GarminPartnerConnect connect, HttpContext context) => connect.Leave(context));
        endpoints.MapGet(Here + "/callback", (GarminPartnerConnect connect, HttpContext context, CancellationToken cancellation) => connect.ReturnAsync(context, cancellation));
    }

    private IResult Leave(HttpContext context)
    {
        if (!options.Value.IsConfigured)
            return PlainPage.Of(StatusCodes.Status503ServiceUnavailable, "Garmin's partner access is not set up here", "The operator is no partner of Garmin's. You can connect with a key of your own instead.", "<p><a href=\"connect/garmin\">Connect with a key</a></p>");

        var pkce = Pkce.Create();
        var state = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, seal.Seal(Cookie, $"{state} {pkce.Verifier}", StateLifetime), new CookieOptions
        {
            Path = $"{context.Request.PathBase}{Here}",
            HttpOnly = true,
            // Behind a proxy that ends TLS, only the public address tells.
            Secure = context.Request.IsHttps || options.Value.PublicUrl?.Scheme == Uri.UriSchemeHttps,
            // Lax: the way back begins at Garmin's page.
            SameSite = SameSiteMode.Lax,
            MaxAge = StateLifetime,
            IsEssential = true,
        });
        return Results.Redirect(tokens.AuthorizeUrl(pkce, state, RedirectOf(context)).AbsoluteUri);
    }

    private async Task<IResult> ReturnAsync(HttpContext context, CancellationToken cancellation)
    {
        var query = context.Request.Query;
        var left = seal.Open(Cookie, context.Request.Cookies[Cookie])?.Split(' ');
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = $"{context.Request.PathBase}{Here}" });
        if (left is not [{ } state, { } verifier] || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(query["state"].ToString())))
            return Page(StatusCodes.Status400BadRequest, "This link has run out", "The way back from Garmin did not belong to a connection that was begun in this browser within the last ten minutes. Nothing was connected.");

        if (query["error"].Count > 0 || query["code"] is not [{ Length: > 0 } code])
            return Page(StatusCodes.Status200OK, "Nothing was connected", "You did not allow access at Garmin, so nothing was read and nothing is stored.");

        try
        {
            return await ConnectAsync(context, code, Pkce.Of(verifier), cancellation);
        }
        catch (GarminException problem)
        {
            return problem.Fault switch
            {
                GarminFault.Application => Page(StatusCodes.Status503ServiceUnavailable, "Garmin does not know this application", "The operator's credentials at Garmin are wrong or no longer enabled. Please tell the operator. Your Garmin account is fine."),
                GarminFault.Revoked => Page(StatusCodes.Status400BadRequest, "This link has run out", "Garmin no longer accepts this way back. Nothing was connected."),
                _ => Page(StatusCodes.Status502BadGateway, "Garmin did not answer", "Nothing was connected. Please try again in a few minutes."),
            };
        }
    }

    private async Task<IResult> ConnectAsync(HttpContext context, string code, Pkce pkce, CancellationToken cancellation)
    {
        var issued = await tokens.ExchangeAsync(code, pkce, RedirectOf(context), cancellation);
        var user = await calls.GetUserIdAsync(issued.Access, cancellation);
        var permissions = await calls.GetPermissionsAsync(issued.Access, cancellation);
        if (!permissions.AllowsActivities)
            return Page(StatusCodes.Status200OK, "Your runs are not visible", "Garmin asked you what to share, and “Activities” was switched off. Without it there is nothing to check, so nothing was connected.");

        var connection = await connections.ConnectAsync(
            new Authorization { Provider = GarminPartnerOptions.Provider, ExternalId = user, Scopes = [.. permissions.Granted.Order(StringComparer.Ordinal)], Tokens = issued, SignedInAs = SignedIn.Runner(context) }, cancellation);
        if (connection is null)
            return Page(StatusCodes.Status409Conflict, "You are connected to another Garmin account", "Disconnect that one first, then connect this one.");

        var id = connection.ConnectionId;
        // Garmin says who it is: that is the sign-in.
        await RunnerSession.BeginAsync(context, connection.RunnerId);
        await backfill.WantAsync(id, cancellation);
        jobs.Enqueue<AskForGarminBackfillJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
        return Page(StatusCodes.Status200OK, "Garmin is connected", permissions.AllowsHistory
            ? "Your runs come as you synchronise your watch; those of about the last month follow by themselves."
            : "Your runs come as you synchronise your watch. You left “Historical data” off, so earlier runs are not known; switch it on in Garmin Connect, and they follow.");
    }

    private Uri RedirectOf(HttpContext context) => new(options.Value.PublicUrl ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}"), $"{context.Request.PathBase}{Here}/callback");

    private static RazorComponentResult<MessagePage> Page(int status, string heading, string text) => PlainPage.Of(status, heading, text, "<p><a href=\"connect/garmin-partner\">Ask Garmin again</a></p>");
}
