using System.Net;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>The path under which a reverse proxy has put the product, such as <c>/weightedrun</c>. Empty: the whole host is its own.</summary>
    public string PathBase { get; set; } = "";

    /// <summary>Addresses and networks of reverse proxies, separated by commas. From nobody else are forwarded headers believed.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>E-mail addresses of admins, separated by commas: each may ask for a sign-in link.</summary>
    public string AdminEmails { get; set; } = "";

    /// <summary>Opens the admin pages; at least twelve characters. Empty: no password opens them.</summary>
    public string AdminPassword { get; set; } = "";

    /// <summary>The largest file that a runner can upload.</summary>
    public int UploadMegabytes { get; set; } = 500;

    /// <summary>How long a runner stays signed in after the last visit.</summary>
    public int SessionDays { get; set; } = 30;

    public long UploadBytes => UploadMegabytes * 1024L * 1024L;

    public IEnumerable<IPNetwork> Proxies => PartsOf(TrustedProxies).Select(text =>
        text.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(text) : new IPNetwork(IPAddress.Parse(text), IPAddress.Parse(text).GetAddressBytes().Length * 8));

    public bool IsAdmin(string email) => PartsOf(AdminEmails).Contains(email.Trim(), StringComparer.OrdinalIgnoreCase);

    public bool HasReadableProxies => PartsOf(TrustedProxies).All(text => text.Contains('/', StringComparison.Ordinal) ? IPNetwork.TryParse(text, out _) : IPAddress.TryParse(text, out _));

    private static string[] PartsOf(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
