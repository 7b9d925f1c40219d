using System.Net;
using System.Text.Json;
using System.Web;
using WeightedRun.Sandbox.Strava;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Tests.Strava;

/// <summary>An answer as a client sees it.</summary>
internal sealed record Reply(HttpStatusCode Status, string Text, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public long[] Ids => [.. Json.EnumerateArray().Select(item => item.GetProperty("id").GetInt64())];

    /// <summary>The parameters of the redirect.</summary>
    public System.Collections.Specialized.NameValueCollection Callback => HttpUtility.ParseQueryString(new Uri(Location!).Query);

    /// <summary><c>400 Bad Request: Application/client_id/invalid</c>.</summary>
    public string Refusal
    {
        get
        {
            var error = Json.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0 ? errors[0] : default;
            var where = error.ValueKind == JsonValueKind.Object ? $": {error.GetProperty("resource")}/{error.GetProperty("field")}/{error.GetProperty("code")}" : "";
            return $"{(int)Status} {Json.GetProperty("message")}{where}";
        }
    }
}

/// <summary>A stand-in with one athlete, and a client that speaks to it over HTTP.</summary>
internal sealed class Connection : IAsyncDisposable
{
    public const string AllScopes = "read,activity:read_all,profile:read_all";
    public const string Callback = "http://localhost/callback";

    private readonly HttpClient _http;

    private Connection(StravaSandbox sandbox)
    {
        Sandbox = sandbox;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = sandbox.BaseAddress };
        Athlete = sandbox.World.AddAthlete(new NewAthlete { FirstName = "Runa", Gear = [new StravaGear { Id = new GearId("g1"), Name = "Vest 5 kg", DistanceMeters = 42_000, BrandName = "Sample" }] });
    }

    public StravaSandbox Sandbox { get; }

    public StravaWorld World => Sandbox.World;

    public StravaAthlete Athlete { get; }

    public string AccessToken { get; private set; } = "";

    public string RefreshToken { get; private set; } = "";

    public DateTimeOffset Now => Sandbox.Clock.GetUtcNow();

    public static async Task<Connection> StrangerAsync() => new(await StravaSandbox.StartAsync(new StravaOptions(), TestContext.Current.CancellationToken));

    public static async Task<Connection> OpenAsync(string scopes = AllScopes)
    {
        var connection = await StrangerAsync();
        await connection.ConnectAsync(scopes);
        return connection;
    }

    /// <summary>The athlete consents, the code is exchanged.</summary>
    public async Task<Reply> ConnectAsync(string scopes = AllScopes, StravaAthlete? athlete = null)
    {
        var exchanged = await ExchangeAsync(await CodeAsync(scopes, athlete));
        if (exchanged.Status == HttpStatusCode.OK)
            (AccessToken, RefreshToken) = (exchanged.Json.GetProperty("access_token").GetString()!, exchanged.Json.GetProperty("refresh_token").GetString()!);

        return exchanged;
    }

    public async Task<string> CodeAsync(string scopes = AllScopes, StravaAthlete? athlete = null)
    {
        World.Consent = new Consent { Mode = ConsentMode.Approve, Athlete = (athlete ?? Athlete).Id };
        return (await AuthorizeAsync(("scope", scopes))).Callback["code"]!;
    }

    /// <summary>A right request, but for what is said otherwise; null leaves a parameter out.</summary>
    public Task<Reply> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = "12345",
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = AllScopes,
            ["state"] = "st4te",
        };
        foreach (var (name, value) in changes)
            parameters[name] = value;

        return SendAsync(HttpMethod.Get, "/oauth/authorize?" + Query(parameters), token: null);
    }

    public Task<Reply> ExchangeAsync(string code) => TokenAsync(("grant_type", "authorization_code"), ("code", code));

    /// <summary>The stand-in itself keeps a token that still has more than an hour.</summary>
    public async Task RefreshIfNeededAsync()
    {
        var refreshed = (await RefreshAsync()).Json;
        (AccessToken, RefreshToken) = (refreshed.GetProperty("access_token").GetString()!, refreshed.GetProperty("refresh_token").GetString()!);
    }

    public Task<Reply> RefreshAsync(string? refreshToken = null) => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken ?? RefreshToken));

    public Task<Reply> TokenAsync(params (string Name, string? Value)[] form)
    {
        var parameters = new Dictionary<string, string?> { ["client_id"] = "12345", ["client_secret"] = "sandbox-secret" };
        foreach (var (name, value) in form)
            parameters[name] = value;

        return PostAsync("/oauth/token", [.. parameters.Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Key, parameter.Value!))], token: null);
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, AccessToken);

    public Task<Reply> GetAsync(string path, string? token) => SendAsync(HttpMethod.Get, path, token);

    public async Task<Reply> PostAsync(string path, (string Name, string Value)[] form, string? token, string scheme = "Bearer")
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendAsync(HttpMethod.Post, path, token, content, scheme);
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? token, HttpContent? content = null, string scheme = "Bearer")
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new(scheme, token);

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(';', header.Value), StringComparer.Ordinal);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.Location?.OriginalString, headers);
    }

    public StravaActivity Upload(int daysAgo = 1, string name = "Morning Run", Visibility visibility = Visibility.Everyone) =>
        World.Upload(Athlete.Id, new NewActivity { Start = Now.AddDays(-daysAgo), Name = name, Visibility = visibility });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Sandbox.DisposeAsync();
    }

    private static string Query(Dictionary<string, string?> parameters) =>
        string.Join('&', parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value!)}"));
}
