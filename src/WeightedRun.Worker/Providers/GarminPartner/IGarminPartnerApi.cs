using Refit;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>https://developerportal.garmin.com/developer-programs (Activity API 1.2)</summary>
internal interface IGarminPartnerApi
{
    [Get("/wellness-api/rest/user/id")]
    Task<ApiResponse<GarminUserAnswer>> GetUserAsync([Authorize] string token, CancellationToken cancellation);

    [Get("/wellness-api/rest/user/permissions")]
    Task<ApiResponse<GarminPermissions>> GetPermissionsAsync([Authorize] string token, CancellationToken cancellation);

    /// <summary>Owed behind every button that disconnects; a last notification follows.</summary>
    [Delete("/wellness-api/rest/user/registration")]
    Task<IApiResponse> DeleteRegistrationAsync([Authorize] string token, CancellationToken cancellation);

    /// <summary>Answers 202 with nothing; what was asked for comes as notifications.</summary>
    [Get("/wellness-api/rest/backfill/activities")]
    Task<IApiResponse> AskForBackfillAsync(long summaryStartTimeInSeconds, long summaryEndTimeInSeconds, [Authorize] string token, CancellationToken cancellation);
}
