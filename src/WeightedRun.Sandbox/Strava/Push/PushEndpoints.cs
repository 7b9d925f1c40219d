using System.Globalization;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.RateLimits;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>An application's subscription to events: https://developers.strava.com/docs/webhooks/</summary>
internal sealed class PushEndpoints(StravaWorld world, ApiDoor door, CallbackCheck callbackCheck)
{
    public const string Create = "POST /push_subscriptions";
    public const string View = "GET /push_subscriptions";
    public const string Delete = "DELETE /push_subscriptions/{id}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/push_subscriptions", context => PassAsync(context, Create, CreateAsync));
        routes.MapGet("/push_subscriptions", context => PassAsync(context, View, ViewAsync));
        routes.MapDelete("/push_subscriptions/{id}", context => PassAsync(context, Delete, DeleteAsync));
    }

    private async Task PassAsync(HttpContext context, string endpoint, Func<HttpContext, StravaApp, Parameters, Task> answer)
    {
        var parameters = await Parameters.ReadAsync(context.Request);
        var (app, refusal) = ClientCheck.Of(parameters, world);
        var status = await door.StruckAsync(context, endpoint);
        if (status is null)
        {
            if (app is null)
                await RefuseStrangerAsync(context, refusal!);
            else if (await door.IsWithinLimitsAsync(context, app, isRead: false))
                await (app.IsActive ? answer(context, app, parameters) : Answer.RefuseAsync(context, Refusal.InactiveApp));

            status = context.Response.StatusCode;
        }

        door.Close(context, endpoint, status.Value);
    }

    private Task RefuseStrangerAsync(HttpContext context, Refusal refusal)
    {
        if (world.Apps.FirstOrDefault() is { } app)
            RateHeaders.Write(context.Response, app.Rate.Read(world.Clock.GetUtcNow()), world.Quirks.RateHeaders);

        return Answer.RefuseAsync(context, refusal);
    }

    private async Task CreateAsync(HttpContext context, StravaApp app, Parameters parameters)
    {
        if (world.Subscriptions.Of(app) is not null)
        {
            await Answer.RefuseAsync(context, Taken);
            return;
        }

        var (callback, code) = await callbackCheck.RunAsync(parameters["callback_url"], parameters["verify_token"] ?? "", context.RequestAborted);
        if (callback is null)
        {
            await Answer.RefuseAsync(context, Refusal.BadRequest("PushSubscription", "callback url", code!));
            return;
        }

        if (world.Subscriptions.Create(app, callback, world.Clock.GetUtcNow()) is { } subscription)
            await Answer.JsonAsync(context, StatusCodes.Status201Created, world.Quirks, json => Write(json, subscription));
        else
            await Answer.RefuseAsync(context, Taken);
    }

    private Task ViewAsync(HttpContext context, StravaApp app, Parameters parameters) => Answer.JsonAsync(context, json =>
    {
        json.BeginList();
        if (world.Subscriptions.Of(app) is { } subscription)
            Write(json, subscription);

        json.EndList();
    });

    private Task DeleteAsync(HttpContext context, StravaApp app, Parameters parameters)
    {
        var isNumber = long.TryParse(context.Request.RouteValues["id"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        if (!isNumber || !world.Subscriptions.Delete(app, id))
            return Answer.RefuseAsync(context, Refusal.NotFound("PushSubscription"));

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    // The exact words of Strava's answer are not known; that it is a 400 is.
    private static readonly Refusal Taken = Refusal.BadRequest("PushSubscription", "", "already exists");

    private static void Write(WireWriter json, PushSubscription subscription)
    {
        json.Begin();
        json.Id("id", subscription.Id);
        json.Count("resource_state", 2);
        json.Count("application_id", subscription.App.Id.Value);
        json.Text("callback_url", subscription.CallbackUrl.OriginalString);
        json.Time("created_at", subscription.CreatedAt.UtcDateTime);
        json.Time("updated_at", subscription.CreatedAt.UtcDateTime);
        json.End();
    }
}
