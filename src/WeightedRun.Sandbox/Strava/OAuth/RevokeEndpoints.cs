using System.Net.Http.Headers;
using System.Text;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>Both ways to end a grant. The old one is gone from June 2027 on.</summary>
internal sealed class RevokeEndpoints(StravaWorld world, ApiDoor door)
{
    public const string Revoke = "POST /oauth/revoke";
    public const string Deauthorize = "POST /oauth/deauthorize";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/oauth/revoke", context => CountedAsync(context, Revoke, RevokeAsync));
        routes.MapPost("/oauth/deauthorize", context => CountedAsync(context, Deauthorize, DeauthorizeAsync));
    }

    private async Task CountedAsync(HttpContext context, string endpoint, Func<HttpContext, Task> answer)
    {
        var status = await door.StruckAsync(context, endpoint);
        if (status is null)
        {
            await answer(context);
            status = context.Response.StatusCode;
        }

        door.Close(context, endpoint, status.Value);
    }

    /// <summary>RFC 7009: an unknown token is as good as a revoked one.</summary>
    private async Task RevokeAsync(HttpContext context)
    {
        if (BasicApp(context.Request) is not { } app)
        {
            await Answer.RefuseAsync(context, Refusal.WrongBasic);
            return;
        }

        var parameters = await Parameters.ReadAsync(context.Request);
        if (parameters["token"] is not { Length: > 0 } token)
        {
            await Answer.RefuseAsync(context, Refusal.BadRequest("Token", "token", "missing"));
            return;
        }

        if (world.Tokens.FindByEither(token) is { } grant && grant.App == app)
            world.Deauthorize(grant);

        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private async Task DeauthorizeAsync(HttpContext context)
    {
        if (world.Clock.GetUtcNow() >= ApiDoor.HeaderOnlyFrom)
        {
            await Answer.RefuseAsync(context, Refusal.NotFound("Application"));
            return;
        }

        var token = door.TokenOf(context, await Parameters.ReadAsync(context.Request));
        var issued = world.Tokens.FindAccess(token);
        if (issued is not null && !await door.IsWithinLimitsAsync(context, issued.Grant.App, isRead: false))
            return;

        if (issued is null || issued.ExpiresAt <= world.Clock.GetUtcNow() || !world.Deauthorize(issued.Grant))
            await Answer.RefuseAsync(context, Refusal.BadAccessToken);
        else
            await Answer.JsonAsync(context, json =>
            {
                json.Begin();
                json.Text("access_token", token);
                json.End();
            });
    }

    private StravaApp? BasicApp(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header.Scheme != "Basic")
            return null;

        var bytes = new byte[header.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", bytes, out var length))
            return null;

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? ClientCheck.Of(parts[0], parts[1], world).App : null;
    }
}
