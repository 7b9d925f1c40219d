using System.Text.Json.Nodes;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner.OAuth;

/// <summary>Consent with PKCE, and the token endpoint with credentials in the body.</summary>
internal sealed class OAuthEndpoints(PartnerWorld world)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/oauth2Confirm", world.Door.Counted("GET /oauth2Confirm", AuthorizeAsync));
        routes.MapPost("/di-oauth2-service/oauth/token", world.Door.Counted("POST /token", TokenAsync));
    }

    private Task AuthorizeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        string? challenge = query["code_challenge"];
        if (query["response_type"] != "code" || query["client_id"] != world.Options.ClientId)
            return Refuse(context, "invalid_request", "response_type must be code and client_id that of a known application");

        if (query["code_challenge_method"] != "S256" || string.IsNullOrEmpty(challenge))
            return Refuse(context, "invalid_request", "code_challenge and code_challenge_method=S256 are required");

        string? redirect = query["redirect_uri"];
        if (redirect is not null && !Uri.IsWellFormedUriString(redirect, UriKind.Absolute))
            return Refuse(context, "invalid_request", "redirect_uri must be absolute");

        var target = redirect ?? "http://localhost/callback";
        var state = query["state"].ToString() is { Length: > 0 } value ? $"&state={Uri.EscapeDataString(value)}" : "";
        if (world.Quirks.DeniesConsent)
        {
            context.Response.Redirect($"{target}?error=access_denied{state}");
            return Task.CompletedTask;
        }

        var user = world.Consenting ?? GarminUserId.New();
        world.Connect(user);
        context.Response.Redirect($"{target}?code={world.Tokens.IssueCode(user, challenge, redirect)}{state}");
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            await Refuse(context, "invalid_request", "the body must be a form");
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["client_id"] != world.Options.ClientId || form["client_secret"] != world.Options.ClientSecret)
        {
            await Answer.JsonAsync(context, new JsonObject { ["error"] = "invalid_client" }, 401);
            return;
        }

        (GarminUserId, TokenPair Pair)? issued = form["grant_type"].ToString() switch
        {
            "authorization_code" => world.Tokens.Exchange(form["code"], form["code_verifier"], form.TryGetValue("redirect_uri", out var redirect) ? redirect.ToString() : null),
            "refresh_token" => world.Tokens.Refresh(form["refresh_token"]),
            _ => null,
        };
        await (issued is { } tokens ? Answer.JsonAsync(context, Json(tokens.Pair)) : Refuse(context, "invalid_grant", "the code or refresh token is unknown, used or expired"));
    }

    private static JsonObject Json(TokenPair pair) => new()
    {
        ["access_token"] = pair.Access,
        ["expires_in"] = TokenBook.AccessSeconds,
        ["token_type"] = "bearer",
        ["refresh_token"] = pair.Refresh,
        ["refresh_token_expires_in"] = TokenBook.RefreshSeconds,
        ["scope"] = "PARTNER_WRITE PARTNER_READ CONNECT_READ CONNECT_WRITE",
        ["jti"] = Guid.NewGuid().ToString(),
    };

    private static Task Refuse(HttpContext context, string error, string description) =>
        Answer.JsonAsync(context, new JsonObject { ["error"] = error, ["error_description"] = description }, 400);
}
