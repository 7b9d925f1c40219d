using WeightedRun.Sandbox.Strava.Activities;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Athletes;

/// <summary>Sums over what everyone may see: https://developers.strava.com/docs/reference/#api-models-ActivityStats</summary>
internal static class StatsJson
{
    private const int RecentDays = 28;

    public static void Write(WireWriter json, StravaAthlete athlete, DateTimeOffset now)
    {
        var seen = athlete.Activities.All().Where(activity => activity.Visibility == Visibility.Everyone).ToArray();
        (string Name, DateTimeOffset From)[] periods =
        [
            ("recent", now.AddDays(-RecentDays)),
            ("ytd", new DateTimeOffset(now.UtcDateTime.Year, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            ("all", DateTimeOffset.MinValue),
        ];
        json.Begin();
        json.Decimal("biggest_ride_distance", seen.Where(activity => SportTypes.TypeOf(activity.SportType) == "Ride").Select(activity => activity.DistanceMeters).DefaultIfEmpty().Max());
        json.Decimal("biggest_climb_elevation_gain", 0);
        foreach (var (name, from) in periods)
        {
            foreach (var sport in (string[])["Ride", "Run", "Swim"])
                WriteTotals(json, $"{name}_{sport.ToLowerInvariant()}_totals", [.. seen.Where(activity => activity.Start >= from && SportTypes.TypeOf(activity.SportType) == sport)], name == "recent");
        }

        json.End();
    }

    private static void WriteTotals(WireWriter json, string key, StravaActivity[] activities, bool isRecent)
    {
        json.Begin(key);
        json.Count("count", activities.Length);
        json.Decimal("distance", activities.Sum(activity => activity.DistanceMeters));
        json.Whole("moving_time", activities.Sum(activity => activity.MovingSeconds));
        json.Whole("elapsed_time", activities.Sum(activity => activity.ElapsedSeconds));
        json.Decimal("elevation_gain", activities.Sum(activity => activity.ElevationGainMeters));
        if (isRecent)
            json.Count("achievement_count", 0);

        json.End();
    }
}
