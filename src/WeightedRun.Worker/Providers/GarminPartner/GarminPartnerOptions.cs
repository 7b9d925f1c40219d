using System.ComponentModel.DataAnnotations;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Section <c>GarminPartner</c>: the Garmin Connect Developer Program, for operators whom Garmin has accepted. Off unless configured.</summary>
internal sealed class GarminPartnerOptions : ISettings
{
    public static string Section => "GarminPartner";
    public const string Provider = "garmin-partner";

    private const int ShortestSecret = 32;

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
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00")]
    public TimeSpan RefreshMargin { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far back history is asked for when a runner connects; in practice about a month comes.</summary>
    [Range(1, 3650)]
    public int HistoryDays { get; set; } = 180;

    /// <summary>How long what Garmin told is kept. It is told once and cannot be asked for again: less than the digest's half year would leave gaps.</summary>
    [Range(30, 3650)]
    public int RetentionDays { get; set; } = 400;

    /// <summary>A longer Retry-After is not waited for; the job comes again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long what is left of a broken connection stays: Garmin's data of a runner who does not come back goes within a month.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(30);

    public TimeSpan Retention => TimeSpan.FromDays(RetentionDays);

    public bool IsConfigured => !string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(ClientSecret);

    public IEnumerable<WrongSetting> FindWrong()
    {
        if (string.IsNullOrWhiteSpace(ClientId) != string.IsNullOrWhiteSpace(ClientSecret))
            yield return WrongSetting.Of<GarminPartnerOptions>(string.IsNullOrWhiteSpace(ClientId) ? nameof(ClientId) : nameof(ClientSecret), null, "GarminPartner__ClientId and GarminPartner__ClientSecret together, as Garmin's portal shows them");

        if (IsConfigured && NotificationSecret is not { Length: >= ShortestSecret })
            yield return WrongSetting.Of<GarminPartnerOptions>(nameof(NotificationSecret), null, $"at least {ShortestSecret} random characters, because notifications carry no signature; make them with: openssl rand -hex 32");

        if (NotificationSecret?.AsSpan().IndexOfAny("/?#% ") >= 0)
            yield return WrongSetting.Of<GarminPartnerOptions>(nameof(NotificationSecret), null, "letters and digits, for it is a part of an address; make them with: openssl rand -hex 32");

        if (PublicUrl is { Scheme: not "https", IsLoopback: false })
            yield return WrongSetting.Of<GarminPartnerOptions>(nameof(PublicUrl), PublicUrl.ToString(), "an address with https://, for Garmin pushes to no other; such as https://runs.example.org/");
    }
}
