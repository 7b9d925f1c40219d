using Refit;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The application's one push subscription: https://developers.strava.com/docs/webhooks/</summary>
internal interface IStravaPush
{
    [Get("/push_subscriptions")]
    Task<ApiResponse<List<StravaPushSubscription>>> ListAsync([AliasAs("client_id")] string clientId, [AliasAs("client_secret")] string clientSecret, CancellationToken cancellation);

    [Post("/push_subscriptions")]
    Task<ApiResponse<StravaPushSubscription>> CreateAsync([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellation);

    [Delete("/push_subscriptions/{id}")]
    Task<IApiResponse> DeleteAsync(long id, [AliasAs("client_id")] string clientId, [AliasAs("client_secret")] string clientSecret, CancellationToken cancellation);
}
