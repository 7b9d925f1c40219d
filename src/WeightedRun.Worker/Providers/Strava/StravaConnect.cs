using System.Security.Cryptography;
using System.Text;
using Hangfire;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The way to Strava and back: https://developers.strava.com/docs/authentication/. Whoever comes back must be whoever left, in the same browser.</summary>
internal sealed class StravaConnect(
    IStravaOAuth oauth, ConnectionStore connections, StravaBackfill backfill, IBackgroundJobClient jobs, BrowserSeal seal, IOptions<StravaOptions> options)
{
    private const string StateCookie = "wr_strava_state";
    private const string ConnectionCookie = "wr_strava_connection";
    private static readonly TimeSpan StateLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ProgressLifetime = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/connect/strava", (StravaConnect connect, HttpContext context, string? ask) => connect.Leave(context, isAskedAgain: ask == "again"));
        endpoints.MapGet("/connect/strava/callback", (StravaConnect connect, HttpContext context, CancellationToken cancellation) => connect.ReturnAsync(context, cancellation));
        endpoints.MapGet("/connect/strava/progress", (StravaConnect connect, HttpContext context, CancellationToken cancellation) => connect.ShowAsync(context, cancellation));
    }

    private IResult Leave(HttpContext context, bool isAskedAgain)
    {
        if (!options.Value.IsConfigured)
            return StravaPages.NotConfigured();

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
        context.Response.Cookies.Delete(StateCookie, new CookieOptions { Path = "/connect/strava" });
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
            },
            cancellation);
        if (connection is null)
            return StravaPages.OtherAccount();

        var id = connection.ConnectionId;
        await backfill.StartAsync(id, cancellation);
        jobs.Enqueue<BackfillStravaJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
        SetCookie(context, ConnectionCookie, seal.Seal(ConnectionCookie, FormattableString.Invariant($"{id.Value}"), ProgressLifetime), ProgressLifetime);
        return Results.Redirect("/connect/strava/progress");
    }

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!long.TryParse(seal.Open(ConnectionCookie, context.Request.Cookies[ConnectionCookie]), out var id)
            || await connections.FindAsync(new ConnectionId(id), cancellation) is not { } connection)
            return Results.Redirect("/connect/strava");

        return StravaPages.Connected(await backfill.ReadProgressAsync(connection.ConnectionId, cancellation), connection.Scopes);
    }

    private string BaseUrlOf(HttpContext context) => (options.Value.PublicAddress ?? $"{context.Request.Scheme}://{context.Request.Host}").TrimEnd('/');

    private void SetCookie(HttpContext context, string name, string value, TimeSpan lifetime) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = "/connect/strava",
        HttpOnly = true,
        // Behind a proxy that ends TLS, only the public address tells.
        Secure = context.Request.IsHttps || options.Value.PublicUrl?.Scheme == Uri.UriSchemeHttps,
        // Lax: the way back begins at Strava's page.
        SameSite = SameSiteMode.Lax,
        MaxAge = lifetime,
        IsEssential = true,
    });
}
