using Refit;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>https://developerportal.garmin.com/developer-programs (OAuth2 PKCE specification); credentials go in the body.</summary>
internal interface IGarminPartnerOAuth
{
    [Post("/di-oauth2-service/oauth/token")]
    Task<ApiResponse<GarminTokenAnswer>> GetTokenAsync([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);
}
