using System.ComponentModel.DataAnnotations;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Section <c>Strava</c>. Hosts and paths are settings because Strava moves them in 2027.</summary>
internal sealed class StravaOptions : ISettings
{
    public static string Section => "Strava";
    public const string Provider = "strava";

    private static readonly TimeSpan[] DefaultLadder = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(6)];

    /// <summary>The number of the operator's own application at strava.com/settings/api. Empty: Strava is not offered.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>From 2027-01-04 also a host of its own, without <c>/api/v3</c>.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://www.strava.com/api/v3");

    /// <summary>Where <c>authorize</c>, <c>token</c>, <c>revoke</c> and <c>deauthorize</c> are.</summary>
    public Uri OAuthBaseUrl { get; set; } = new("https://www.strava.com/oauth");

    public string Scopes { get; set; } = "read,activity:read_all,profile:read_all";

    /// <summary>How long what Strava told is kept after it was last told. Strava's API Policy allows seven days at most.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 7;

    /// <summary>How far back a runner's history is read when he connects, and compared every day.</summary>
    [Range(1, 3650)]
    public int HistoryDays { get; set; } = 180;

    /// <summary>How far back a poll reads again: runs that were uploaded late lie before the last poll.</summary>
    [Range(1, 60)]
    public int OverlapDays { get; set; } = 7;

    /// <summary>Strava gives a new access token from one hour before the old one ends, not earlier.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RefreshMargin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>When an activity is asked for again that is announced but not there, or cannot be delivered. Empty: 1, 5 and 30 minutes, 6 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public IList<TimeSpan> RetryPauses { get; } = [];

    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The address under which Strava reaches this product, e.g. <c>https://runs.example.org</c>. Empty: no webhook, runs are polled for.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Whether a subscription of the same application at an address that is not ours is replaced.</summary>
    public bool ReplacesForeignSubscription { get; set; }

    /// <summary>The public address with a slash behind it; null where there is none.</summary>
    public string? PublicAddress => PublicUrl is { IsAbsoluteUri: true } url ? $"{url.ToString().TrimEnd('/')}/" : null;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(ClientSecret);

    public IReadOnlyList<TimeSpan> Ladder => RetryPauses.Count > 0 ? [.. RetryPauses] : DefaultLadder;

    public TimeSpan Retention => TimeSpan.FromDays(RetentionDays);

    /// <summary>What Strava gives a new application of one athlete; the headers of every answer correct it.</summary>
    public static ApiAllowance Allowance { get; } = new(Provider, OverallPerQuarterHour: 200, OverallPerDay: 2000, ReadPerQuarterHour: 100, ReadPerDay: 1000);

    public IEnumerable<WrongSetting> FindWrong()
    {
        if (string.IsNullOrWhiteSpace(ClientId) != string.IsNullOrWhiteSpace(ClientSecret))
            yield return WrongSetting.Of<StravaOptions>(string.IsNullOrWhiteSpace(ClientId) ? nameof(ClientId) : nameof(ClientSecret), null, "Strava__ClientId and Strava__ClientSecret together, as strava.com/settings/api shows them");

        if (!string.IsNullOrWhiteSpace(ClientId) && !ClientId.All(char.IsAsciiDigit))
            yield return WrongSetting.Of<StravaOptions>(nameof(ClientId), ClientId, "the application's number at strava.com/settings/api, such as 12345");

        if (!Scopes.Split(',', StringSplitOptions.TrimEntries).Any(scope => scope is "activity:read" or "activity:read_all"))
            yield return WrongSetting.Of<StravaOptions>(nameof(Scopes), Scopes, "words with commas between them, activity:read or activity:read_all among them, such as read,activity:read_all,profile:read_all");

        if (PublicUrl is { Scheme: not "https", IsLoopback: false })
            yield return WrongSetting.Of<StravaOptions>(nameof(PublicUrl), PublicUrl.ToString(), "an address with https://, for what Strava pushes is secret; such as https://runs.example.org/");
    }
}
