using System.Security.Cryptography;
using System.Text;
using Hangfire;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The way to Strava and back: https://developers.strava.com/docs/authentication/. Whoever comes back must be whoever left, in the same browser.</summary>
internal sealed class StravaConnect(
    IStravaOAuth oauth, ConnectionStore connections, StravaBackfill backfill, IBackgroundJobClient jobs, BrowserSeal seal, Consents consents, IOptions<StravaOptions> options)
{
    private const string StateCookie = "wr_strava_state";
    private static readonly TimeSpan StateLifetime = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/connect/strava", (StravaConnect connect, HttpContext context, string? ask) => connect.Leave(context, isAskedAgain: ask == "again"));
        endpoints.MapGet("/connect/strava/callback", (StravaConnect connect, HttpContext context, CancellationToken cancellation) => connect.ReturnAsync(context, cancellation));
    }

    private IResult Leave(HttpContext context, bool isAskedAgain)
    {
        if (!options.Value.IsConfigured)
            return StravaPages.NotConfigured();

        // A runner who is signed in agreed when he connected; what he is asked for again is a part of that.
        if (consents.Find(context, StravaOptions.Provider) is null && !(isAskedAgain && SignedIn.Runner(context) is not null))
            return Results.LocalRedirect("~/");

        var state = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        SetCookie(context, StateCookie, seal.Seal(StateCookie, state, StateLifetime), StateLifetime);
        return Results.Redirect(QueryHelpers.AddQueryString($"{options.Value.OAuthBaseUrl.ToString().TrimEnd('/')}/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = options.Value.ClientId,
            ["redirect_uri"] = $"{BaseUrlOf(context)}/connect/strava/callback",
            ["response_type"] = "code",
            ["scope"] = options.Value.Scopes,
            // Without force Strava does not show the boxes again that were left unticked.
            ["approval_prompt"] = isAskedAgain ? "force" : "auto",
            ["state"] = state,
        }));
    }

    private async Task<IResult> ReturnAsync(HttpContext context, CancellationToken cancellation)
    {
        var query = context.Request.Query;
        var state = seal.Open(StateCookie, context.Request.Cookies[StateCookie]);
        context.Response.Cookies.Delete(StateCookie, new CookieOptions { Path = PathOf(context) });
        if (state is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(query["state"].ToString())))
            return StravaPages.StaleState();

        if (query["error"].Count > 0 || query["code"] is not [{ Length: > 0 } code])
            return StravaPages.Denied();

        // Spaces and commas are both seen; what the runner unticked is missing.
        var scopes = query["scope"].ToString().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!scopes.Contains("activity:read") && !scopes.Contains("activity:read_all"))
            return StravaPages.CannotSeeRuns();

        try
        {
            return await ConnectAsync(context, code, scopes, cancellation);
        }
        catch (StravaException problem)
        {
            return problem.Fault switch
            {
                StravaFault.AthleteCap => StravaPages.AthleteCap(),
                StravaFault.InactiveApplication => StravaPages.InactiveApplication(),
                StravaFault.WrongCredentials => StravaPages.WrongCredentials(),
                StravaFault.Refused => StravaPages.StaleState(),
                _ => StravaPages.NoAnswer(),
            };
        }
    }

    private async Task<IResult> ConnectAsync(HttpContext context, string code, string[] scopes, CancellationToken cancellation)
    {
        var answer = StravaFaults.ContentOf(await oauth.GetTokenAsync(
            new()
            {
                ["client_id"] = options.Value.ClientId!,
                ["client_secret"] = options.Value.ClientSecret!,
                ["grant_type"] = "authorization_code",
                ["code"] = code,
            },
            cancellation));
        if (answer.Athlete is not { Id: > 0 } athlete)
            throw new StravaException(StravaFault.Unavailable, "Strava's token answer names no athlete");

        var connection = await connections.ConnectAsync(
            new Authorization
            {
                Provider = StravaOptions.Provider,
                ExternalId = FormattableString.Invariant($"{athlete.Id}"),
                Scopes = scopes,
                Tokens = StravaTokens.From(answer),
                SignedInAs = SignedIn.Runner(context),
            },
            cancellation);
        if (connection is null)
            return StravaPages.OtherAccount();

        var id = connection.ConnectionId;
        await backfill.StartAsync(id, cancellation);
        jobs.Enqueue<BackfillStravaJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
        if (consents.Find(context, StravaOptions.Provider) is { } consent)
            await consents.BelongsToAsync(consent, connection.RunnerId, cancellation);

        // Strava says who he is: that is the sign-in.
        await RunnerSession.BeginAsync(context, connection.RunnerId);
        return Results.LocalRedirect("~/welcome");
    }

    private static string PathOf(HttpContext context) => $"{context.Request.PathBase}/connect/strava";

    private string BaseUrlOf(HttpContext context) => (options.Value.PublicAddress ?? $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}").TrimEnd('/');

    private void SetCookie(HttpContext context, string name, string value, TimeSpan lifetime) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = PathOf(context),
        HttpOnly = true,
        // Behind a proxy that ends TLS, only the public address tells.
        Secure = context.Request.IsHttps || options.Value.PublicUrl?.Scheme == Uri.UriSchemeHttps,
        // Lax: the way back begins at Strava's page.
        SameSite = SameSiteMode.Lax,
        MaxAge = lifetime,
        IsEssential = true,
    });
}
