using Refit;
using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>What is read from Strava: https://developers.strava.com/docs/reference/</summary>
internal interface IStravaApi
{
    /// <summary>The longest page that Strava gives.</summary>
    const int LongestPage = 200;

    // https://developers.strava.com/docs/reference/#api-Athletes-getLoggedInAthlete
    [Get("/athlete")]
    Task<ApiResponse<StravaAthlete>> GetAthleteAsync([Authorize] string token, [Property(StravaBudget.PriorityKey)] ApiPriority priority, CancellationToken cancellation);

    // https://developers.strava.com/docs/reference/#api-Activities-getLoggedInAthleteActivities
    [Get("/athlete/activities")]
    Task<ApiResponse<List<StravaActivity>>> ListActivitiesAsync(
        long after,
        long before,
        [AliasAs("per_page")] int perPage,
        [Authorize] string token,
        [Property(StravaBudget.PriorityKey)] ApiPriority priority,
        CancellationToken cancellation);

    // https://developers.strava.com/docs/reference/#api-Activities-getActivityById
    [Get("/activities/{id}")]
    Task<ApiResponse<StravaActivity>> GetActivityAsync(long id, [Authorize] string token, [Property(StravaBudget.PriorityKey)] ApiPriority priority, CancellationToken cancellation);
}
