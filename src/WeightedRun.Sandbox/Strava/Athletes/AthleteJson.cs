using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Athletes;

/// <summary>An athlete in short, and in full for those who may see it: https://developers.strava.com/docs/reference/#api-models-DetailedAthlete</summary>
internal static class AthleteJson
{
    public static void WriteSummary(WireWriter json, StravaAthlete athlete, string? key = null)
    {
        if (key is null)
            json.Begin();
        else
            json.Begin(key);

        WriteMembers(json, athlete, resourceState: 2);
        json.End();
    }

    public static void WriteDetailed(WireWriter json, StravaAthlete athlete)
    {
        json.Begin();
        WriteMembers(json, athlete, resourceState: 3);
        json.Flag("blocked", false);
        json.Flag("can_follow", true);
        json.Count("follower_count", 3);
        json.Count("friend_count", 2);
        json.Count("mutual_friend_count", 0);
        json.Count("athlete_type", 1);
        json.Text("date_preference", "%m/%d/%Y");
        json.Text("measurement_preference", athlete.UsesFeet ? "feet" : "meters");
        json.BeginList("clubs");
        json.EndList();
        json.Count("postable_clubs_count", 0);
        json.Null("ftp");
        json.Number("weight", athlete.WeightKilograms ?? 0);
        WriteGear(json, athlete, "bikes", isShoe: false);
        WriteGear(json, athlete, "shoes", isShoe: true);
        json.End();
    }

    private static void WriteMembers(WireWriter json, StravaAthlete athlete, int resourceState)
    {
        json.Id("id", athlete.Id.Value);
        json.Text("username", $"runner_{athlete.Id}");
        json.Count("resource_state", resourceState);
        json.Text("firstname", athlete.FirstName);
        json.Text("lastname", athlete.LastName);
        json.Text("bio", "");
        json.Null("city");
        json.Null("state");
        json.Null("country");
        json.Text("sex", athlete.Sex);
        json.Flag("premium", true);
        json.Flag("summit", true);
        json.Time("created_at", athlete.CreatedAt.UtcDateTime);
        json.Time("updated_at", athlete.CreatedAt.UtcDateTime);
        json.Count("badge_type_id", 1);
        json.Text("profile_medium", "avatar/athlete/medium.png");
        json.Text("profile", "avatar/athlete/large.png");
        json.Null("friend");
        json.Null("follower");
    }

    private static void WriteGear(WireWriter json, StravaAthlete athlete, string key, bool isShoe)
    {
        json.BeginList(key);
        foreach (var gear in athlete.Gear.Where(gear => gear.Id.IsShoe == isShoe))
        {
            json.Begin();
            GearJson.WriteMembers(json, gear, athlete, resourceState: 2);
            json.End();
        }

        json.EndList();
    }
}
