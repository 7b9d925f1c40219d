using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>Asks a callback whether it wants the events: it must echo the challenge within 2 s.</summary>
internal sealed class CallbackCheck : IDisposable
{
    private const int MaxUrlLength = 255;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };

    /// <summary>The callback, or the code of what is wrong with it.</summary>
    public async Task<(Uri? Callback, string? Code)> RunAsync(string? callbackUrl, string verifyToken, CancellationToken cancellation)
    {
        if (callbackUrl is null || callbackUrl.Length > MaxUrlLength || !Uri.TryCreate(callbackUrl, UriKind.Absolute, out var callback) || callback.Scheme is not ("http" or "https"))
            return (null, "invalid");

        var challenge = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var url = QueryHelpers.AddQueryString(callbackUrl, new Dictionary<string, string?>
        {
            ["hub.mode"] = "subscribe",
            ["hub.verify_token"] = verifyToken,
            ["hub.challenge"] = challenge,
        });
        try
        {
            using var answer = await _http.GetAsync(new Uri(url), cancellation);
            if (answer.StatusCode != System.Net.HttpStatusCode.OK)
                return (null, "GET to callback URL does not return 200");

            return Echoes(await answer.Content.ReadAsStringAsync(cancellation), challenge) ? (callback, null) : (null, "not verifiable");
        }
        catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
        {
            return (null, "not verifiable");
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool Echoes(string body, string challenge)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("hub.challenge", out var echo) && echo.ValueEquals(challenge);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
