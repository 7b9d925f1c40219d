using Refit;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>The key is turned into a bearer on the way: https://developer.garmin.com/gc-personal-api/</summary>
internal interface IGarminPersonalApi
{
    /// <summary>The longest page that Garmin gives.</summary>
    const int LongestPage = 100;

    [Get("/{**path}")]
    Task<ApiResponse<List<GarminPersonalActivity>>> SearchAsync(
        string path, int start, int limit, string startDate, string endDate, [Property(BearerHandler.KeyProperty)] GarminKey key, CancellationToken cancellation);

    [Get("/{**path}")]
    Task<ApiResponse<GarminPersonalActivity>> GetActivityAsync(string path, [Property(BearerHandler.KeyProperty)] GarminKey key, CancellationToken cancellation);

    /// <summary>The original recording: a ZIP that holds a FIT file.</summary>
    [Get("/{**path}")]
    Task<ApiResponse<HttpContent>> DownloadAsync(string path, [Property(BearerHandler.KeyProperty)] GarminKey key, CancellationToken cancellation);
}

internal interface IGarminPersonalKeys
{
    [Post("/{**path}")]
    Task<ApiResponse<GarminPersonalToken>> ExchangeAsync(string path, [Authorize("ApiKey")] string key, CancellationToken cancellation);
}
