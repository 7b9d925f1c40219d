using System.Globalization;
using System.Text.Json.Nodes;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Fit;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>What pings point to: summaries by time of upload, files once. Nobody may ask without having been told.</summary>
internal sealed class SummaryEndpoints(PartnerWorld world)
{
    private const long LongestRangeSeconds = 86400;

    // Seconds until the year 2286; milliseconds are far beyond.
    private const long LastSecond = 9_999_999_999;

    public void Map(IEndpointRouteBuilder wellness)
    {
        wellness.MapGet("/activities", world.Door.Counted("GET /activities", ActivitiesAsync));
        wellness.MapGet("/activityFile", world.Door.Counted("GET /activityFile", FileAsync));
    }

    public static bool TrySeconds(HttpContext context, string name, out long seconds) =>
        long.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds <= LastSecond;

    private Task ActivitiesAsync(HttpContext context)
    {
        if (world.Deliveries.UserOf(context.Request.Query["token"].ToString()) is not { } user)
            return Answer.ErrorAsync(context, 400, "InvalidPullTokenException: failure to validate the pull token");

        if (!TrySeconds(context, "uploadStartTimeInSeconds", out var from) || !TrySeconds(context, "uploadEndTimeInSeconds", out var until) || until < from)
            return Answer.ErrorAsync(context, 400, "uploadStartTimeInSeconds and uploadEndTimeInSeconds are Unix times in seconds");

        if (until - from > LongestRangeSeconds)
            return Answer.ErrorAsync(context, 400, "the time range exceeds the maximum of 86400 seconds");

        var found = world.Activities.Where(activity => activity.Owner == user && activity.UploadedAt.ToUnixTimeSeconds() >= from && activity.UploadedAt.ToUnixTimeSeconds() < until);
        return Answer.JsonAsync(context, new JsonArray([.. found.Select(activity => SummaryJson.Of(activity, world.Quirks))]));
    }

    private Task FileAsync(HttpContext context)
    {
        if (!long.TryParse(context.Request.Query["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || world.Deliveries.FindFile(id, context.Request.Query["token"].ToString()) is not { } file)
        {
            return Answer.ErrorAsync(context, 400, "InvalidPullTokenException: failure to validate the pull token");
        }

        if (file.ExpiresAt <= world.Clock.GetUtcNow() || !file.Take() || world.Find(file.Activity) is not { } activity)
            return Answer.ErrorAsync(context, 410, "The file is no longer available");

        return Answer.BytesAsync(context, "application/octet-stream", FitFile.Of(activity));
    }
}
