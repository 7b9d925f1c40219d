using System.Net;
using System.Text.RegularExpressions;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>A browser without script: cookies, forms with their hidden fields, and no redirect followed unless asked.</summary>
internal sealed class Browser : IDisposable
{
    private readonly Uri _product;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public Browser(Uri product) =>
        (_product, _client) = (product, new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }));

    public HttpClient Client => _client;

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    public async Task<Answer> GetAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_product, path));
        request.Headers.Accept.ParseAdd("text/html");
        change?.Invoke(request);
        return await SendAsync(request);
    }

    /// <summary>Fills in the form that a page has for an action, and sends it.</summary>
    public async Task<Answer> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = TokenOf((await GetAsync(page)).Text, action);
        return await PostAsync(action, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_product, path)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Accept.ParseAdd("text/html");
        return await SendAsync(request);
    }

    public async Task<Answer> UploadAsync(string name, byte[] content)
    {
        var token = TokenOf((await GetAsync("upload")).Text, "upload");
        using var file = new ByteArrayContent(content);
        using var field = new StringContent(token);
        using var form = new MultipartFormDataContent { { field, "__RequestVerificationToken" }, { file, "files", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_product, "upload")) { Content = form };
        request.Headers.Accept.ParseAdd("text/html");
        return await SendAsync(request);
    }

    public static string TokenOf(string page, string action)
    {
        var form = Regex.Match(page, $"<form method=\"post\" action=\"{Regex.Escape(action)}\".*?</form>", RegexOptions.Singleline);
        Assert.True(form.Success, $"no form for {action} in:\n{page}");
        return Regex.Match(form.Value, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Answer(answer.StatusCode, System.Text.Encoding.UTF8.GetString(body), answer.Headers.Location?.ToString(), body.Length, answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, string? Location, int Bytes, IReadOnlyDictionary<string, string> Headers);
