namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Section <c>GarminPartner</c>: the Garmin Connect Developer Program, for operators whom Garmin has accepted. Off unless configured.</summary>
internal sealed class GarminPartnerOptions
{
    public const string Section = "GarminPartner";
    public const string Provider = "garmin-partner";

    /// <summary>Of the operator's own application. Empty: Garmin's partner API is not offered.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>The part of the notification address that nobody can guess: notifications carry no signature.</summary>
    public string? NotificationSecret { get; set; }

    /// <summary>The address under which Garmin and runners reach this product, e.g. <c>https://runs.example.org</c>. Empty: the address of the request.</summary>
    public Uri? PublicUrl { get; set; }

    public Uri AuthorizeUrl { get; set; } = new("https://connect.garmin.com/oauth2Confirm");

    public Uri TokenBaseUrl { get; set; } = new("https://diauth.garmin.com");

    public Uri ApiBaseUrl { get; set; } = new("https://apis.garmin.com");

    /// <summary>Garmin asks to refresh at least ten minutes before the end.</summary>
    public TimeSpan RefreshMargin { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far back history is asked for when a runner connects; in practice about a month comes.</summary>
    public int HistoryDays { get; set; } = 180;

    /// <summary>How long what Garmin told is kept. It is told once and cannot be asked for again: less than the digest's half year would leave gaps.</summary>
    public int RetentionDays { get; set; } = 400;

    /// <summary>A longer Retry-After is not waited for; the job comes again.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long what is left of a broken connection stays: Garmin's data of a runner who does not come back goes within a month.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(30);

    public TimeSpan Retention => TimeSpan.FromDays(RetentionDays);

    public bool IsConfigured => !string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(ClientSecret);
}
