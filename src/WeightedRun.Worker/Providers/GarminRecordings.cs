using WeightedRun.Files;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Providers;

/// <summary>The recording behind an activity as rows of their own beside the activity's: what the watch wrote, read through the door of runners' files.</summary>
internal static class GarminRecordings
{
    public static string SourceOf(string provider) => $"{provider}-file";

    /// <param name="results">What was read of the file.</param>
    /// <param name="provider">Whose file it is.</param>
    /// <param name="activityId">Garmin's number of the activity.</param>
    /// <param name="offset">The activity's, for a recording that does not tell its own.</param>
    /// <param name="deliveryId">The number of the delivery, which Strava may know the activity by.</param>
    public static IReadOnlyList<IncomingActivity> Rows(IEnumerable<ReadResult> results, string provider, string activityId, TimeSpan? offset, string? deliveryId = null)
    {
        List<ImportedActivity> sessions = [.. results.Select(result => result.Activity).OfType<RecordedActivity>().Select(recorded => ImportedActivity.From(recorded, ZoneOf(offset))).OfType<ImportedActivity>()];
        return [.. sessions.Select(session => FileActivity.From(session) with
        {
            Source = SourceOf(provider),
            ExternalId = sessions.Count == 1 ? activityId : $"{activityId}#{session.Recorded.Segment}.{session.Recorded.Session}",
            ExternalIds = [$"garmin:{activityId}", .. deliveryId is null ? [] : (string[])[$"garmin_ping_{deliveryId}"], .. session.Recorded.ExternalIds],
        })];
    }

    private static TimeZoneInfo ZoneOf(TimeSpan? offset) =>
        offset is { } known && known.Duration() <= TimeSpan.FromHours(14) && known.Ticks % TimeSpan.TicksPerMinute == 0 ? TimeZoneInfo.CreateCustomTimeZone("watch", known, null, null) : TimeZoneInfo.Utc;
}
