using System.Web;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>
/// An address from a ping. Anybody can post a ping, and whoever follows its address does the poster's bidding: only Garmin's own host
/// and its two calls are followed.
/// </summary>
internal sealed record Callback
{
    private const string Activities = "/wellness-api/rest/activities";
    private const string File = "/wellness-api/rest/activityFile";

    private Callback(Uri address, string? fileId) => (Address, FileId) = (address, fileId);

    public Uri Address { get; }

    /// <summary>The number of the delivery, which Strava may know the activity by; null when it is no file.</summary>
    public string? FileId { get; }

    /// <summary>Null for an address that is not Garmin's.</summary>
    public static Callback? Parse(string? text, Uri apiBaseUrl)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != apiBaseUrl.Scheme || address.Authority != apiBaseUrl.Authority || address.UserInfo.Length > 0)
            return null;

        return address.AbsolutePath switch
        {
            Activities => new Callback(address, null),
            File => new Callback(address, HttpUtility.ParseQueryString(address.Query)["id"] is { Length: > 0 and < 20 } id && id.All(char.IsAsciiDigit) ? id : null),
            _ => null,
        };
    }

    /// <summary>Says nothing of the address: it holds a token.</summary>
    public override string ToString() => nameof(Callback);
}
