using System.ComponentModel.DataAnnotations;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>
/// Section <c>GarminPersonal</c>: the Garmin Connect Personal API, for personal, non-commercial use. Garmin publishes no paths for activities and
/// files outside its documentation; the ones here are spelled as Connect's own pages spell them, and are settings until they are confirmed.
/// </summary>
internal sealed class GarminPersonalOptions : ISettings
{
    public static string Section => "GarminPersonal";
    public const string Provider = "garmin-personal";

    public Uri BaseUrl { get; set; } = new("https://personal.connectapi.garmin.com");

    public string TokenPath { get; set; } = "personalapitoken-service/personal-api/personal-api-key/token";

    public string SearchPath { get; set; } = "activitylist-service/activities/search/activities";

    public string ActivityPath { get; set; } = "activity-service/activity/{id}";

    public string DownloadPath { get; set; } = "download-service/files/activity/{id}";

    /// <summary>Tokens are renewed so long before they end.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00")]
    public TimeSpan RenewalMargin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many days are read again at each pull: watches are synchronised late.</summary>
    [Range(1, 60)]
    public int OverlapDays { get; set; } = 7;

    /// <summary>How far back the first pull reaches.</summary>
    [Range(1, 3650)]
    public int HistoryDays { get; set; } = 180;

    /// <summary>How often a runner is asked about; the first time of each day all of the history is read again.</summary>
    [Range(1, 168)]
    public int PullHours { get; set; } = 4;

    /// <summary>How long what Garmin told is kept after it was last told. Garmin publishes no limit; in less than eight days runs would go between two weekly digests.</summary>
    [Range(8, 3650)]
    public int RetentionDays { get; set; } = 30;

    /// <summary>Whether the original recordings are read as well: they tell body weight, device and pauses.</summary>
    public bool ReadsFiles { get; set; } = true;

    /// <summary>A longer Retry-After is not waited for; the job comes again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan Retention => TimeSpan.FromDays(RetentionDays);

    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<WrongSetting> FindWrong()
    {
        var standard = new GarminPersonalOptions();
        (string Name, string Path, string Example)[] paths =
            [(nameof(TokenPath), TokenPath, standard.TokenPath), (nameof(SearchPath), SearchPath, standard.SearchPath), (nameof(ActivityPath), ActivityPath, standard.ActivityPath), (nameof(DownloadPath), DownloadPath, standard.DownloadPath)];
        foreach (var (name, path, example) in paths)
        {
            if (path.Contains("://", StringComparison.Ordinal) || path.AsSpan().IndexOfAny("?# ") >= 0)
                yield return WrongSetting.Of<GarminPersonalOptions>(name, path, $"a path below GarminPersonal__BaseUrl, such as {example}");
            else if (example.Contains("{id}", StringComparison.Ordinal) && !path.Contains("{id}", StringComparison.Ordinal))
                yield return WrongSetting.Of<GarminPersonalOptions>(name, path, $"a path with {{id}} where the activity's number goes, such as {example}");
        }
    }
}
