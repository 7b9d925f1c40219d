using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner;

namespace WeightedRun.Sandbox.Tests.Garmin;

/// <summary>A stand-in for Garmin's partner API and a partner that talks to it over HTTP.</summary>
public abstract class PartnerFixture : IAsyncLifetime
{
    protected const string Verifier = "0123456789abcdefghijklmnopqrstuvwxyz-._~ABCDEFG";

    private GarminPartnerSandbox _sandbox = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected HttpClient Http { get; private set; } = null!;

    private protected PartnerWorld World => _sandbox.World;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await GarminPartnerSandbox.StartAsync(new GarminPartnerOptions(), Cancellation);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _sandbox.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await _sandbox.DisposeAsync();
    }

    protected static string Challenge(string verifier) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    protected static string Authorize(string challenge, string method = "S256", string client = "sandbox-partner") =>
        $"/oauth2Confirm?response_type=code&client_id={client}&code_challenge={challenge}&code_challenge_method={method}&redirect_uri=http%3A%2F%2Fpartner.test%2Fback&state=s1";

    /// <summary>The query of the address that the runner's browser is sent back to.</summary>
    protected async Task<Dictionary<string, string>> ConsentAsync(string? path = null)
    {
        using var answer = await Http.GetAsync(path ?? Authorize(Challenge(Verifier)), Cancellation);
        return answer.Headers.Location!.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    protected Task<HttpResponseMessage> TokenAsync(params (string Name, string Value)[] form) => Http.PostAsync("/di-oauth2-service/oauth/token",
        new FormUrlEncodedContent(form.Concat([("client_id", "sandbox-partner"), ("client_secret", "sandbox-partner-secret")]).DistinctBy(field => field.Item1).Select(field => KeyValuePair.Create(field.Item1, field.Item2))), Cancellation);

    protected Task<HttpResponseMessage> ExchangeAsync(string code, string verifier = Verifier, string redirect = "http://partner.test/back") =>
        TokenAsync(("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier), ("redirect_uri", redirect));

    /// <summary>Connects a user; their bearer is used from here on.</summary>
    private protected async Task<GarminUserId> ConnectAsync()
    {
        var user = GarminUserId.New();
        World.Consenting = user;
        using var answer = await ExchangeAsync((await ConsentAsync())["code"]);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await JsonAsync(answer)).GetProperty("access_token").GetString());
        return user;
    }

    protected static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

    protected async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await JsonAsync(answer);
    }

    protected async Task<int> StatusOfAsync(string path)
    {
        using var answer = await Http.GetAsync(path, Cancellation);
        return (int)answer.StatusCode;
    }
}
