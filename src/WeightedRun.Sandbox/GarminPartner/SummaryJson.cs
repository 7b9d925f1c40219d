using System.Text.Json.Nodes;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>Summaries in the Activity API's words. Cadence is that of one foot, whatever its key says; pack mass is not told.</summary>
internal static class SummaryJson
{
    public static JsonObject Of(GarminActivity activity, Quirks quirks) => Answer.WithoutNulls(new JsonObject
    {
        ["summaryId"] = activity.Id.ToString(),
        ["activityId"] = Id(activity, quirks),
        ["activityName"] = activity.Name,
        ["activityType"] = activity.TypeKey.ToUpperInvariant(),
        ["deviceName"] = activity.DeviceName,
        ["startTimeInSeconds"] = activity.StartsAt.ToUnixTimeSeconds(),
        ["startTimeOffsetInSeconds"] = (long)activity.UtcOffset.TotalSeconds,
        ["durationInSeconds"] = (long)activity.Timer.TotalSeconds,
        ["distanceInMeters"] = activity.DistanceMeters,
        ["averageSpeedInMetersPerSecond"] = activity.Timer > TimeSpan.Zero ? Math.Round(activity.DistanceMeters / activity.Timer.TotalSeconds, 3) : null,
        ["averageHeartRateInBeatsPerMinute"] = activity.HeartRate is { } beats ? (int)beats : null,
        ["maxHeartRateInBeatsPerMinute"] = activity.HeartRate is { } most ? (int)most + 20 : null,
        ["averageRunCadenceInStepsPerMinute"] = activity.Cadence / 2,
        ["totalElevationGainInMeters"] = activity.ElevationGainMeters,
        ["activeKilocalories"] = 600,
        ["isParent"] = activity.IsParent ? true : null,
        ["parentSummaryId"] = activity.Parent?.ToString(),
        ["manual"] = activity.IsManual,
        ["isWebUpload"] = activity.IsManual,
    }, quirks.MissingKeys);

    /// <summary>The summary again, with a sample each ten seconds.</summary>
    public static JsonObject Details(GarminActivity activity, Quirks quirks)
    {
        var seconds = (int)activity.Timer.TotalSeconds;
        return new JsonObject
        {
            ["userId"] = activity.Owner.Value,
            ["summaryId"] = $"{activity.Id}-detail",
            ["activityId"] = Id(activity, quirks),
            ["summary"] = Of(activity, quirks),
            ["samples"] = new JsonArray([.. Enumerable.Range(0, (seconds / 10) + 1).Select(i => Sample(activity, i * 10, seconds))]),
            ["laps"] = new JsonArray(new JsonObject { ["startTimeInSeconds"] = activity.StartsAt.ToUnixTimeSeconds() }),
        };
    }

    public static JsonNode Id(GarminActivity activity, Quirks quirks) => quirks.WritesIdsAsTexts ? activity.Id.ToString() : activity.Id.Value;

    private static JsonObject Sample(GarminActivity activity, int second, int seconds) => new()
    {
        ["startTimeInSeconds"] = activity.StartsAt.ToUnixTimeSeconds() + second,
        ["heartRate"] = activity.HeartRate ?? 0,
        ["totalDistanceInMeters"] = Math.Round(activity.DistanceMeters * second / Math.Max(1, seconds), 2),
        ["timerDurationInSeconds"] = second,
        ["clockDurationInSeconds"] = second,
        ["movingDurationInSeconds"] = second,
    };
}
