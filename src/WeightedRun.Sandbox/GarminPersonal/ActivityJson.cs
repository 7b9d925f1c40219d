using System.Globalization;
using System.Text.Json.Nodes;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPersonal;

/// <summary>An activity in the shape of Connect's own pages: flat in lists, nested in details.</summary>
internal static class ActivityJson
{
    public static JsonObject Listed(GarminActivity activity, Quirks quirks)
    {
        var json = new JsonObject
        {
            ["activityId"] = activity.Id.Value,
            ["activityName"] = activity.Name,
            ["description"] = activity.Description,
            ["activityType"] = Type(activity),
            ["eventType"] = new JsonObject { ["typeId"] = 9, ["typeKey"] = "uncategorized" },
            ["beginTimestamp"] = activity.StartsAt.ToUnixTimeMilliseconds(),
            ["manufacturer"] = activity.IsManual ? null : "GARMIN",
            ["deviceId"] = activity.IsManual ? null : activity.DeviceSerial,
            ["manualActivity"] = activity.IsManual,
            ["parent"] = activity.IsParent,
            ["parentId"] = activity.Parent?.Value,
        };
        foreach (var (key, value) in Measures(activity, quirks))
            json[key] = value;

        return Answer.WithoutNulls(json, quirks.MissingKeys);
    }

    public static JsonObject Detailed(GarminActivity activity, Quirks quirks)
    {
        var summary = new JsonObject();
        foreach (var (key, value) in Measures(activity, quirks))
            summary[key] = value;

        return Answer.WithoutNulls(new JsonObject
        {
            ["activityId"] = activity.Id.Value,
            ["activityName"] = activity.Name,
            ["description"] = activity.Description,
            ["isMultiSportParent"] = activity.IsParent,
            ["activityTypeDTO"] = Type(activity),
            ["summaryDTO"] = Answer.WithoutNulls(summary, quirks.MissingKeys),
            ["metadataDTO"] = Answer.WithoutNulls(new JsonObject
            {
                ["manualActivity"] = activity.IsManual,
                ["parentId"] = activity.Parent?.Value,
                ["deviceMetaDataDTO"] = new JsonObject { ["deviceId"] = activity.DeviceSerial.ToString(CultureInfo.InvariantCulture) },
            }, quirks.MissingKeys),
        }, quirks.MissingKeys);
    }

    private static JsonObject Type(GarminActivity activity) => new() { ["typeId"] = TypeId(activity.TypeKey), ["typeKey"] = activity.TypeKey, ["parentTypeId"] = 17 };

    private static IEnumerable<(string Key, JsonNode? Value)> Measures(GarminActivity activity, Quirks quirks) =>
    [
        ("startTimeGMT", Clock(activity.StartsAt)),
        ("startTimeLocal", Clock(activity.LocalStart)),
        ("distance", activity.DistanceMeters),
        ("duration", activity.Timer.TotalSeconds),
        ("elapsedDuration", activity.Elapsed.TotalSeconds * (quirks.WritesElapsedMilliseconds ? 1000 : 1)),
        ("movingDuration", activity.Timer.TotalSeconds),
        ("elevationGain", activity.ElevationGainMeters),
        ("averageSpeed", activity.Timer > TimeSpan.Zero ? activity.DistanceMeters / activity.Timer.TotalSeconds : null),
        ("averageHR", activity.HeartRate),
        ("maxHR", activity.HeartRate + 20),
        ("averageRunningCadenceInStepsPerMinute", activity.Cadence),
        ("beginPackWeight", activity.PackGrams),
    ];

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static int TypeId(string typeKey) => typeKey switch { "running" => 1, "trail_running" => 6, "treadmill_running" => 18, "hiking" => 3, "walking" => 9, _ => 4 };
}
