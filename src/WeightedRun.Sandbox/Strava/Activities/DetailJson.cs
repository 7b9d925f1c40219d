using WeightedRun.Sandbox.Strava.Athletes;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>One activity in full: https://developers.strava.com/docs/reference/#api-models-DetailedActivity</summary>
internal static class DetailJson
{
    public static void Write(WireWriter json, StravaActivity activity, StravaAthlete athlete)
    {
        json.Begin();
        SummaryJson.WriteMembers(json, activity, athlete, resourceState: 3);
        json.Text("description", activity.Description);
        json.Decimal("calories", Math.Round(activity.DistanceMeters / 1000 * (athlete.WeightKilograms ?? 70), 1));
        if (activity.PerceivedExertion is { } exertion)
            json.Count("perceived_exertion", exertion);
        else
            json.Null("perceived_exertion");

        json.Null("prefer_perceived_exertion");
        if (athlete.GearOf(activity.Gear) is { } gear)
        {
            json.Begin("gear");
            GearJson.WriteMembers(json, gear, athlete, resourceState: 2);
            json.End();
        }

        WriteNoEfforts(json);
        SplitJson.WriteSplits(json, activity, "splits_metric", 1000);
        SplitJson.WriteSplits(json, activity, "splits_standard", 1609.344);
        json.BeginList("laps");
        SplitJson.WriteLap(json, activity);
        json.EndList();
        json.Begin("photos");
        json.Null("primary");
        json.Count("count", 0);
        json.End();
        json.BeginList("stats_visibility");
        json.EndList();
        json.Flag("hide_from_home", false);
        json.Text("embed_token", $"{activity.Id.Value:x40}");
        json.BeginList("available_zones");
        json.EndList();
        json.End();
    }

    /// <summary>At sea there are no segments.</summary>
    private static void WriteNoEfforts(WireWriter json)
    {
        json.BeginList("segment_efforts");
        json.EndList();
        json.BeginList("best_efforts");
        json.EndList();
    }
}
