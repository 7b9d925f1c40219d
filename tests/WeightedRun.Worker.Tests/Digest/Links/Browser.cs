using System.Net;
using System.Text.RegularExpressions;
using WeightedRun.Worker.Tests.Digest.Sending;

namespace WeightedRun.Worker.Tests.Digest.Links;

/// <summary>Somebody who opens links from mails and presses buttons, with or without cookies.</summary>
internal sealed partial class Browser(DigestCase at) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The first link of a mail whose address contains the words.</summary>
    public static Uri LinkIn(byte[] mail, string words) => new(LinkPattern().Matches(DigestCase.Read(mail).TextBody!).Select(match => match.Value).First(link => link.Contains(words, StringComparison.Ordinal)));

    public async Task<(HttpStatusCode Status, string Page)> OpenAsync(Uri link)
    {
        using var answer = await _http.GetAsync(HereOf(link), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Opens the page and presses a button of it.</summary>
    public async Task<(HttpStatusCode Status, string Page)> PressAsync(Uri link, params (string Name, string Value)[] fields)
    {
        var (_, page) = await OpenAsync(link);
        var hidden = HiddenPattern().Match(page);
        return await PostAsync(link, [(hidden.Groups[1].Value, hidden.Groups[2].Value), .. fields]);
    }

    /// <summary>Posts without having looked.</summary>
    public async Task<(HttpStatusCode Status, string Page)> PostAsync(Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(HereOf(link), form, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public void Dispose() => _http.Dispose();

    // The mail names the public address; the test serves on a port.
    private Uri HereOf(Uri link) => new(at.Address, link.PathAndQuery);

    [GeneratedRegex(@"https://[^\s>]+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenPattern();
}
