using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Athletes;

/// <summary>Shoes and bikes, in short and in full: https://developers.strava.com/docs/reference/#api-models-DetailedGear</summary>
internal static class GearJson
{
    private const double MetersPerMile = 1609.344;
    private const int RoadBike = 3;

    public static void WriteMembers(WireWriter json, StravaGear gear, StravaAthlete athlete, int resourceState)
    {
        json.Text("id", gear.Id.Value);
        json.Flag("primary", gear.IsPrimary);
        json.Text("name", gear.Name);
        json.Text("nickname", gear.Nickname);
        json.Count("resource_state", resourceState);
        json.Flag("retired", gear.IsRetired);
        json.Number("distance", gear.DistanceMeters);
        json.Number("converted_distance", Math.Round(gear.DistanceMeters / (athlete.UsesFeet ? MetersPerMile : 1000), 1));
    }

    public static void WriteDetailed(WireWriter json, StravaGear gear, StravaAthlete athlete)
    {
        json.Begin();
        WriteMembers(json, gear, athlete, resourceState: 3);
        json.Text("brand_name", gear.BrandName);
        json.Text("model_name", gear.ModelName);
        json.Text("description", gear.Description);
        if (gear.Id.IsShoe)
        {
            json.Count("notification_distance", 600);
        }
        else
        {
            json.Count("frame_type", RoadBike);
            json.Number("weight", 8.5);
        }

        json.End();
    }
}
