using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>What an application asks an athlete for, checked.</summary>
internal sealed record AuthorizationRequest
{
    public required StravaApp App { get; init; }

    public required string RedirectUri { get; init; }

    public required Scopes Scopes { get; init; }

    public required string State { get; init; }

    /// <summary>The page is shown again although the athlete consented before.</summary>
    public required bool IsForced { get; init; }

    public static (AuthorizationRequest? Request, Refusal? Refusal) Parse(IQueryCollection query, StravaWorld world)
    {
        if (world.FindApp(query["client_id"]) is not { } app)
            return (null, Refusal.UnknownClient);

        if (!IsAllowed(query["redirect_uri"], app))
            return (null, Refusal.BadRequest("Application", "redirect_uri", "invalid"));

        if (query["response_type"] != "code")
            return (null, Refusal.BadRequest("Application", "response_type", "invalid"));

        if (Scopes.Parse(query["scope"]) is not { } scopes)
            return (null, Refusal.BadRequest("Application", "scope", "invalid"));

        var prompt = query["approval_prompt"].ToString();
        var request = new AuthorizationRequest
        {
            App = app,
            RedirectUri = query["redirect_uri"].ToString(),
            Scopes = scopes,
            State = query["state"].ToString(),
            IsForced = prompt.Length > 0 && prompt != "auto",
        };
        return (request, null);
    }

    public string Approved(string code, Scopes granted) => Callback($"code={code}&scope={granted}");

    public string Denied() => Callback("error=access_denied");

    private string Callback(string result) => $"{RedirectUri}{(RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}state={Uri.EscapeDataString(State)}&{result}";

    private static bool IsAllowed(string? redirectUri, StravaApp app) =>
        Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && (uri.Host is "localhost" or "127.0.0.1"
            || uri.Host.Equals(app.CallbackDomain, StringComparison.OrdinalIgnoreCase)
            || uri.Host.EndsWith("." + app.CallbackDomain, StringComparison.OrdinalIgnoreCase));
}
