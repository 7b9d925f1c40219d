using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>Requests for the past, answered by notifications later.</summary>
internal sealed class BackfillEndpoints(PartnerWorld world)
{
    private const long LongestWindowSeconds = 30 * 86400;

    public void Map(IEndpointRouteBuilder wellness)
    {
        foreach (var type in (string[])["activities", "activityDetails", "moveiq"])
            wellness.MapGet($"/backfill/{type}", world.Door.OfUser($"GET /backfill/{type}", (context, user) => BackfillAsync(context, user, type)));
    }

    private Task BackfillAsync(HttpContext context, GarminUserId user, string type)
    {
        if (world.Quirks.BackfillIsNotProvisioned)
            return Answer.ErrorAsync(context, 400, "Endpoint not enabled for summary type: CONNECT_ACTIVITY");

        if (!SummaryEndpoints.TrySeconds(context, "summaryStartTimeInSeconds", out var from) || !SummaryEndpoints.TrySeconds(context, "summaryEndTimeInSeconds", out var until) || until <= from)
            return Answer.ErrorAsync(context, 400, "summaryStartTimeInSeconds and summaryEndTimeInSeconds are Unix times in seconds");

        if (until - from > LongestWindowSeconds)
            return Answer.ErrorAsync(context, 400, "the time range exceeds the maximum of 30 days");

        if (world.GrantOf(user) is not { } grant || !grant.Permissions.Contains("HISTORICAL_DATA_EXPORT"))
            return Answer.ErrorAsync(context, 412, "The user has not granted the permission HISTORICAL_DATA_EXPORT");

        if (!world.Backfills.TryAdd(user, type, from, until))
            return Answer.ErrorAsync(context, 409, "A backfill of this period was requested before");

        if (type == "activities")
        {
            // Of what was recorded more than a month before the first connection nothing ever comes, and nobody is told so.
            var earliest = grant.FirstConnectedAt.AddMonths(-1).ToUnixTimeSeconds();
            world.Announcer.Backfilled(world.Activities.Where(activity =>
                activity.Owner == user && activity.StartsAt.ToUnixTimeSeconds() is var start && start >= from && start < until && start >= earliest));
        }

        return Answer.EmptyAsync(context, 202);
    }
}
