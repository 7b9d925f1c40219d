using System.Net;
using System.Text.RegularExpressions;

namespace WeightedRun.Sandbox.Demo;

/// <summary>What a runner sits at: a browser without script that keeps cookies, follows redirects, and sends the forms that pages show.</summary>
internal sealed partial class RunnerBrowser : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() });

    public async Task<Page> OpenAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, cancellation);
    }

    /// <summary>Sends the first form of a page, or the first that goes to an action, with its hidden fields and these.</summary>
    public async Task<Page> SubmitAsync(Page page, string? action, IReadOnlyList<(string Name, string Value)> fields, CancellationToken cancellation)
    {
        var form = Forms().Matches(page.Text).FirstOrDefault(form => action is null || form.Groups["action"].Value == action)
            ?? throw new DemoStuckException($"There is no form for \"{action}\" at {page.Address.AbsolutePath}.");
        var target = WebUtility.HtmlDecode(form.Groups["action"].Value);
        var hidden = HiddenFields().Matches(form.Value).Select(field => (Name: field.Groups["name"].Value, Value: WebUtility.HtmlDecode(field.Groups["value"].Value)));
        var filled = hidden.Where(field => fields.All(given => given.Name != field.Name)).Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Length == 0 ? page.Address : new Uri(new Uri(page.Address, "/"), target)) { Content = new FormUrlEncodedContent(filled) };
        return await SendAsync(request, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Page> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await _http.SendAsync(request, cancellation);
        var page = new Page(answer.RequestMessage!.RequestUri!, await answer.Content.ReadAsStringAsync(cancellation));
        return answer.IsSuccessStatusCode ? page : throw new DemoStuckException($"{page.Address.AbsolutePath} answers {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenFields();
}

/// <summary>A page as it came.</summary>
internal sealed record Page(Uri Address, string Text);
