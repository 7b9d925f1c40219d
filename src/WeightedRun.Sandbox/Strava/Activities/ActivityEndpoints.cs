using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>The list, one activity, and its laps, zones and streams: https://developers.strava.com/docs/reference/#api-Activities</summary>
internal static class ActivityEndpoints
{
    public const string List = "GET /athlete/activities";
    public const string Detail = "GET /activities/{id}";
    public const string Streams = "GET /activities/{id}/streams";

    public static void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/athlete/activities", door.Reads(List, ListAsync));
        routes.MapGet("/activities/{id}", door.Reads(Detail, DetailAsync));
        routes.MapGet("/activities/{id}/laps", door.Reads("GET /activities/{id}/laps", LapsAsync));
        routes.MapGet("/activities/{id}/zones", door.Reads("GET /activities/{id}/zones", ZonesAsync));
        routes.MapGet("/activities/{id}/streams", door.Reads(Streams, StreamsAsync));
    }

    private static Task ListAsync(ApiCall call)
    {
        if (!call.Scopes.ReadsActivities)
            return call.RefuseAsync(Refusal.MissingScope("activity:read"));

        var (query, refusal) = ListQuery.Parse(call.Query, call.World.Clock.GetUtcNow());
        if (query is null)
            return call.RefuseAsync(refusal!);

        var page = query.Of(call.Athlete.Activities, call.Scopes.ReadsPrivateActivities);
        return call.AnswerAsync(json =>
        {
            json.BeginList();
            foreach (var activity in page)
                SummaryJson.Write(json, activity, call.Athlete);

            json.EndList();
        });
    }

    private static Task DetailAsync(ApiCall call) => WithActivityAsync(call, activity =>
    {
        call.World.Calls.CountDetailRead(activity.Id);
        return call.AnswerAsync(json => DetailJson.Write(json, activity, call.Athlete));
    });

    private static Task LapsAsync(ApiCall call) => WithActivityAsync(call, activity => call.AnswerAsync(json =>
    {
        json.BeginList();
        SplitJson.WriteLap(json, activity);
        json.EndList();
    }));

    private static Task ZonesAsync(ApiCall call) => WithActivityAsync(call, activity => call.AnswerAsync(json => ZonesJson.Write(json, activity)));

    private static Task StreamsAsync(ApiCall call) => WithActivityAsync(call, activity =>
    {
        if (activity.IsManual)
            return call.RefuseAsync(Refusal.NotFound("Activity"));

        var keys = call.Query["keys"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (keys.Length == 0)
            return call.RefuseAsync(Refusal.BadRequest("Stream", "keys", "missing"));

        var isEmpty = IsYoungerThan(call.World, activity, call.World.Quirks.NoStreamsSecondsAfterUpload);
        return call.AnswerAsync(json => StreamsJson.Write(json, activity, call.Athlete, isEmpty ? [] : keys, call.Query["key_by_type"] == "true"));
    });

    /// <summary>Missing, deleted, somebody else's, hidden and not quite there yet all look alike.</summary>
    private static Task WithActivityAsync(ApiCall call, Func<StravaActivity, Task> answer)
    {
        if (!call.Scopes.ReadsActivities)
            return call.RefuseAsync(Refusal.MissingScope("activity:read"));

        var activity = call.World.FindActivity(new ActivityId(call.RouteId));
        var isSeen = activity is not null
            && activity.Owner == call.Athlete.Id
            && (!activity.IsPrivate || call.Scopes.ReadsPrivateActivities)
            && !IsYoungerThan(call.World, activity, call.World.Quirks.NotFoundSecondsAfterUpload);
        return isSeen ? answer(activity!) : call.RefuseAsync(Refusal.NotFound("Activity"));
    }

    private static bool IsYoungerThan(StravaWorld world, StravaActivity activity, int seconds) =>
        seconds > 0 && world.Clock.GetUtcNow() - activity.UploadedAt < TimeSpan.FromSeconds(seconds);
}
