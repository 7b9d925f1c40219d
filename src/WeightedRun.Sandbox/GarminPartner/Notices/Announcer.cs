using System.Text.Json.Nodes;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner.OAuth;

namespace WeightedRun.Sandbox.GarminPartner.Notices;

/// <summary>Turns what happens into notices, in the shape that the partner chose for each kind.</summary>
internal sealed class Announcer(PartnerWorld world)
{
    private static readonly string[] SwitchedOnThePage = ["ACTIVITY_EXPORT", "HISTORICAL_DATA_EXPORT"];

    public void Uploaded(GarminActivity activity)
    {
        if (world.GrantOf(activity.Owner)?.Permissions.Contains("ACTIVITY_EXPORT") != true)
            return;

        Summary("activities", activity);
        world.Sender.Announce(new Notice("activityDetails", SummaryJson.Details(activity, world.Quirks)));
        if (!activity.IsManual)
            world.Sender.Announce(new Notice("activityFiles", File(activity)));
    }

    public void Edited(GarminActivity activity)
    {
        if (world.GrantOf(activity.Owner) is not null)
            Summary("manuallyUpdatedActivities", activity);
    }

    public void Backfilled(IEnumerable<GarminActivity> activities)
    {
        foreach (var activity in activities)
            Summary("activities", activity);
    }

    public void Deregistered(GarminUserId user) => world.Sender.Announce(new Notice("deregistrations", new JsonObject { ["userId"] = user.Value }));

    public void PermissionsChanged(Grant grant)
    {
        JsonNode permissions = world.Quirks.WritesPermissionsAsMap
            ? new JsonObject(SwitchedOnThePage.Select(name => KeyValuePair.Create(name, (JsonNode?)grant.Permissions.Contains(name))))
            : new JsonArray([.. grant.Permissions.Select(permission => (JsonNode)permission)]);
        world.Sender.Announce(new Notice("userPermissionsChange", new JsonObject
        {
            ["userId"] = grant.User.Value,
            ["summaryId"] = $"x{world.Clock.GetUtcNow().ToUnixTimeSeconds():x}",
            ["permissions"] = permissions,
            ["changeTimeInSeconds"] = world.Clock.GetUtcNow().ToUnixTimeSeconds(),
        }));
    }

    private void Summary(string kind, GarminActivity activity)
    {
        if (world.Sender.ModeOf(kind) == NoticeMode.Ping)
        {
            var uploaded = activity.UploadedAt.ToUnixTimeSeconds();
            var query = $"uploadStartTimeInSeconds={uploaded}&uploadEndTimeInSeconds={uploaded + 1}&token={world.Deliveries.IssuePullToken(activity.Owner)}";
            world.Sender.Announce(new Notice(kind, new JsonObject { ["userId"] = activity.Owner.Value, ["callbackURL"] = $"{world.BaseAddress}wellness-api/rest/activities?{query}" }));
            return;
        }

        var summary = SummaryJson.Of(activity, world.Quirks);
        summary["userId"] = activity.Owner.Value;
        world.Sender.Announce(new Notice(kind, summary));
    }

    private JsonObject File(GarminActivity activity)
    {
        var (id, token) = world.Deliveries.IssueFile(activity);
        return Answer.WithoutNulls(new JsonObject
        {
            ["userId"] = activity.Owner.Value,
            ["summaryId"] = $"{activity.Id}-file",
            ["fileType"] = "FIT",
            ["callbackURL"] = $"{world.BaseAddress}wellness-api/rest/activityFile?id={id}&token={token}",
            ["activityId"] = SummaryJson.Id(activity, world.Quirks),
            ["activityName"] = activity.Name,
            ["activityType"] = activity.TypeKey.ToUpperInvariant(),
            ["deviceName"] = activity.DeviceName,
            ["startTimeInSeconds"] = activity.StartsAt.ToUnixTimeSeconds(),
            ["manual"] = activity.IsManual,
        }, world.Quirks.MissingKeys);
    }
}
