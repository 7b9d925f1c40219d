namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>
/// Section <c>GarminPersonal</c>: the Garmin Connect Personal API, for personal, non-commercial use. Garmin publishes no paths for activities and
/// files outside its documentation; the ones here are spelled as Connect's own pages spell them, and are settings until they are confirmed.
/// </summary>
internal sealed class GarminPersonalOptions
{
    public const string Section = "GarminPersonal";
    public const string Provider = "garmin-personal";

    public Uri BaseUrl { get; set; } = new("https://personal.connectapi.garmin.com");

    public string TokenPath { get; set; } = "personalapitoken-service/personal-api/personal-api-key/token";

    public string SearchPath { get; set; } = "activitylist-service/activities/search/activities";

    public string ActivityPath { get; set; } = "activity-service/activity/{id}";

    public string DownloadPath { get; set; } = "download-service/files/activity/{id}";

    /// <summary>Tokens are renewed so long before they end.</summary>
    public TimeSpan RenewalMargin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many days are read again at each pull: watches are synchronised late.</summary>
    public int OverlapDays { get; set; } = 7;

    /// <summary>How far back the first pull reaches.</summary>
    public int HistoryDays { get; set; } = 180;

    /// <summary>How often a runner is asked about; the first time of each day all of the history is read again.</summary>
    public int PullHours { get; set; } = 4;

    /// <summary>How long what Garmin told is kept after it was last told. Garmin publishes no limit.</summary>
    public int RetentionDays { get; set; } = 30;

    /// <summary>Whether the original recordings are read as well: they tell body weight, device and pauses.</summary>
    public bool ReadsFiles { get; set; } = true;

    /// <summary>A longer Retry-After is not waited for; the job comes again.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan Retention => TimeSpan.FromDays(RetentionDays);

    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
