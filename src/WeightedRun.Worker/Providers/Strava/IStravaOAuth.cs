using Refit;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>https://developers.strava.com/docs/authentication/</summary>
internal interface IStravaOAuth
{
    [Post("/token")]
    Task<ApiResponse<StravaTokenAnswer>> GetTokenAsync([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    /// <summary>Ends both tokens; answers success for tokens that it does not know.</summary>
    [Post("/revoke")]
    Task<IApiResponse> RevokeAsync([Authorize("Basic")] string credentials, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    /// <summary>The older call, retired after 2027-06-01.</summary>
    [Post("/deauthorize")]
    Task<IApiResponse> DeauthorizeAsync([Authorize] string token, CancellationToken cancellation);
}
