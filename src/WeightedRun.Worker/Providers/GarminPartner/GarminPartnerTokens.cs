using System.Text.Json;
using Microsoft.Extensions.Options;
using Refit;
using WeightedRun.Worker.Connections;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Code and refresh token for new tokens. Each refresh ends the token it used: callers hold the connection's lock and store the result before anything else.</summary>
internal sealed class GarminPartnerTokens(IGarminPartnerOAuth oauth, IOptions<GarminPartnerOptions> options, TimeProvider time)
{
    public Uri AuthorizeUrl(Pkce pkce, string state, Uri redirect) => new($"{options.Value.AuthorizeUrl}?response_type=code&client_id={Uri.EscapeDataString(options.Value.ClientId!)}"
        + $"&code_challenge={pkce.Challenge}&code_challenge_method=S256&redirect_uri={Uri.EscapeDataString(redirect.AbsoluteUri)}&state={Uri.EscapeDataString(state)}");

    public Task<Tokens> ExchangeAsync(string code, Pkce pkce, Uri redirect, CancellationToken cancellation) => AskAsync(cancellation,
        ("grant_type", "authorization_code"), ("code", code), ("code_verifier", pkce.Verifier), ("redirect_uri", redirect.AbsoluteUri));

    /// <exception cref="GarminException"><see cref="GarminFault.Revoked"/> only when Garmin says that the grant is dead; on anything else the tokens stay good.</exception>
    public Task<Tokens> RefreshAsync(string refreshToken, CancellationToken cancellation) => AskAsync(cancellation, ("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    public bool IsRefreshDue(Tokens tokens) => tokens.AccessExpiresAt - time.GetUtcNow() <= options.Value.RefreshMargin;

    private async Task<Tokens> AskAsync(CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        var form = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        form["client_id"] = options.Value.ClientId!;
        form["client_secret"] = options.Value.ClientSecret!;
        using var response = await oauth.GetTokenAsync(form, cancellation);
        if (!response.IsSuccessful)
            throw Explain(response);

        return response.Content is { AccessToken: { Length: > 0 } access, RefreshToken: { Length: > 0 } refresh, ExpiresIn: > 0 and < 1e9 and { } seconds }
            ? new Tokens(access, refresh, time.GetUtcNow().AddSeconds(seconds))
            : throw new GarminException(GarminFault.Unavailable, "Garmin's token answer lacks a token");
    }

    private static GarminException Explain(IApiResponse response) => ErrorOf(response) switch
    {
        "invalid_grant" => new GarminException(GarminFault.Revoked, "Garmin no longer accepts the authorisation (invalid_grant)"),
        "invalid_client" or "unauthorized_client" => new GarminException(GarminFault.Application, "Garmin does not accept this application's id and secret"),
        _ => GarminAnswers.Explain(response) is { Fault: GarminFault.Unauthorized } refusal ? new GarminException(GarminFault.Application, refusal.Message) : GarminAnswers.Explain(response),
    };

    private static string? ErrorOf(IApiResponse response)
    {
        try
        {
            return (response.Error as ApiException)?.Content is { Length: > 0 } content ? JsonSerializer.Deserialize(content, GarminPartnerJson.Default.GarminOAuthFault)?.Error : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
