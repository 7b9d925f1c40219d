using WeightedRun.Sandbox.Strava.Athletes;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>Codes and refresh tokens for access tokens: https://developers.strava.com/docs/authentication/#token-exchange</summary>
internal sealed class TokenEndpoint(StravaWorld world, ApiDoor door)
{
    public const string Exchange = "POST /oauth/token authorization_code";
    public const string Refresh = "POST /oauth/token refresh_token";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/oauth/token", AnswerAsync);
        routes.MapPost("/api/v3/oauth/token", AnswerAsync);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var parameters = await Parameters.ReadAsync(context.Request);
        var endpoint = parameters["grant_type"] == "refresh_token" ? Refresh : Exchange;
        if (await door.StruckAsync(context, endpoint) is { } status)
        {
            door.Close(context, endpoint, status);
            return;
        }

        var (pair, isExchange, refusal) = Issue(parameters);
        if (pair is null)
            await Answer.RefuseAsync(context, refusal!);
        else
            await Answer.JsonAsync(context, json => Write(json, pair, isExchange));

        door.Close(context, endpoint, context.Response.StatusCode);
    }

    private (TokenPair? Pair, bool IsExchange, Refusal? Refusal) Issue(Parameters parameters)
    {
        var (app, refusal) = ClientCheck.Of(parameters, world);
        if (app is null)
            return (null, false, refusal);

        if (!app.IsActive)
            return (null, false, Refusal.InactiveApp);

        switch (parameters["grant_type"])
        {
            case "authorization_code":
                if (world.Tokens.TakeCode(parameters["code"] ?? "", app) is not { } code)
                    return (null, true, Refusal.BadCode);

                return world.Tokens.Connect(app, code.Athlete, code.Scopes) is { } connected ? (connected, true, null) : (null, true, Refusal.TooManyAthletes);

            case "refresh_token":
                return world.Tokens.Refresh(parameters["refresh_token"] ?? "", app, world.Quirks.RotatesAtEveryRefresh) is { } refreshed
                    ? (refreshed, false, null)
                    : (null, false, Refusal.BadRefreshToken);

            default:
                return (null, false, Refusal.UnknownClient);
        }
    }

    private void Write(WireWriter json, TokenPair pair, bool isExchange)
    {
        json.Begin();
        json.Text("token_type", "Bearer");
        json.Text("access_token", pair.AccessToken);
        json.Id("expires_at", pair.ExpiresAt.ToUnixTimeSeconds());
        json.Id("expires_in", pair.ExpiresAt.ToUnixTimeSeconds() - world.Clock.GetUtcNow().ToUnixTimeSeconds());
        json.Text("refresh_token", pair.RefreshToken);
        if (isExchange)
            AthleteJson.WriteSummary(json, pair.Athlete, "athlete");

        json.End();
    }
}
