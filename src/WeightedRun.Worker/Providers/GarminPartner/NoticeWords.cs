using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>What of a notice is kept until it is handled: the words that are read later, and no position.</summary>
internal static class NoticeWords
{
    private const string CallbackUrl = "callbackURL";

    private static readonly string[] Kept =
    [
        "summaryId", "activityId", "activityType", "activityName", "deviceName", "manual", "isParent", "parentSummaryId", "startTimeInSeconds", "startTimeOffsetInSeconds",
        "durationInSeconds", "distanceInMeters", "totalElevationGainInMeters", "averageHeartRateInBeatsPerMinute", "maxHeartRateInBeatsPerMinute",
        "averageRunCadenceInStepsPerMinute", CallbackUrl, "changeTimeInSeconds",
    ];

    public static Dictionary<string, string> Of(GarminNotice notice) =>
        Kept.Where(field => notice[field] is not null).ToDictionary(field => field, field => notice[field]!, StringComparer.Ordinal);

    /// <summary>The same for each delivery of the same notice; an address is known by itself alone.</summary>
    public static string KeyOf(NoticeKind kind, Dictionary<string, string> words)
    {
        var (prefix, told) = words.TryGetValue(CallbackUrl, out var address) ? ("call", address) : ("word", ToJson(words));
        return $"{prefix}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{StoredName.Of(kind)} {told}")).AsSpan(0, 16))}";
    }

    public static string ToJson(Dictionary<string, string> words) => JsonSerializer.Serialize(words);

    public static GarminNotice ToNotice(NoticeKind kind, string json)
    {
        var notice = new GarminNotice(kind);
        foreach (var (field, word) in JsonSerializer.Deserialize<Dictionary<string, string>>(json)!)
            notice.Set(field, word);

        return notice;
    }
}
