using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Section <c>Strava</c>. Hosts and paths are settings because Strava moves them in 2027.</summary>
internal sealed class StravaOptions
{
    public const string Section = "Strava";
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
    public int RetentionDays { get; set; } = 7;

    /// <summary>How far back a runner's history is read when he connects, and compared every day.</summary>
    public int HistoryDays { get; set; } = 180;

    /// <summary>How far back a poll reads again: runs that were uploaded late lie before the last poll.</summary>
    public int OverlapDays { get; set; } = 7;

    /// <summary>Strava gives a new access token from one hour before the old one ends, not earlier.</summary>
    public TimeSpan RefreshMargin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>When an activity is asked for again that is announced but not there, or cannot be delivered. Empty: 1, 5 and 30 minutes, 6 hours.</summary>
    public IList<TimeSpan> RetryPauses { get; } = [];

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
}
