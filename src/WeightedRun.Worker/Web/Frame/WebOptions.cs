using System.ComponentModel.DataAnnotations;
using System.Net;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions : ISettings
{
    public static string Section => "Web";

    private const int ShortestPassword = 12;

    /// <summary>The path under which a reverse proxy has put the product, such as <c>/weightedrun</c>. Empty: the whole host is its own.</summary>
    public string PathBase { get; set; } = "";

    /// <summary>Addresses and networks of reverse proxies, separated by commas. From nobody else are forwarded headers believed.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>E-mail addresses of admins, separated by commas: each may ask for a sign-in link.</summary>
    public string AdminEmails { get; set; } = "";

    /// <summary>Opens the admin pages; at least twelve characters. Empty: no password opens them.</summary>
    public string AdminPassword { get; set; } = "";

    /// <summary>The largest file that a runner can upload.</summary>
    [Range(1, 4000)]
    public int UploadMegabytes { get; set; } = 500;

    /// <summary>How long a runner stays signed in after the last visit.</summary>
    [Range(1, 365)]
    public int SessionDays { get; set; } = 30;

    public long UploadBytes => UploadMegabytes * 1024L * 1024L;

    public IEnumerable<IPNetwork> Proxies => PartsOf(TrustedProxies).Select(text =>
        text.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(text) : new IPNetwork(IPAddress.Parse(text), IPAddress.Parse(text).GetAddressBytes().Length * 8));

    public bool IsAdmin(string email) => PartsOf(AdminEmails).Contains(email.Trim(), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<WrongSetting> FindWrong()
    {
        if (PathBase.Length > 0 && (!PathBase.StartsWith('/') || PathBase.EndsWith('/')))
            yield return WrongSetting.Of<WebOptions>(nameof(PathBase), PathBase, "a path with a slash in front and none behind, such as /weightedrun");

        if (PartsOf(TrustedProxies).FirstOrDefault(text => !IsReadable(text)) is { } proxy)
            yield return WrongSetting.Of<WebOptions>(nameof(TrustedProxies), proxy, "addresses or networks with commas between them, such as 10.0.0.2,172.16.0.0/12");

        if (PartsOf(AdminEmails).Count(text => !EmailAddress.TryParse(text, out _)) is > 0 and var unreadable)
            yield return WrongSetting.Of<WebOptions>(nameof(AdminEmails), null, $"e-mail addresses with commas between them, such as ann@example.org,ben@example.org; {unreadable} of them cannot be read");

        if (AdminPassword.Length is > 0 and < ShortestPassword)
            yield return WrongSetting.Of<WebOptions>(nameof(AdminPassword), null, $"at least {ShortestPassword} characters; make them with: openssl rand -base64 12");
    }

    private static bool IsReadable(string proxy) => proxy.Contains('/', StringComparison.Ordinal) ? IPNetwork.TryParse(proxy, out _) : IPAddress.TryParse(proxy, out _);

    private static string[] PartsOf(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
