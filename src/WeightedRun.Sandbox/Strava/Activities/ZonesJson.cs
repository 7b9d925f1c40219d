using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>The time in each heart-rate zone; all of it in the zone of the average.</summary>
internal static class ZonesJson
{
    private static readonly int[] Bounds = [0, 115, 152, 171, 190];

    public static void Write(WireWriter json, StravaActivity activity)
    {
        json.BeginList();
        if (activity.AverageHeartRate is { } heartRate)
            WriteHeartRate(json, activity, heartRate);

        json.EndList();
    }

    private static void WriteHeartRate(WireWriter json, StravaActivity activity, double heartRate)
    {
        json.Begin();
        json.BeginList("distribution_buckets");
        for (var zone = 0; zone < Bounds.Length; zone++)
        {
            var isLast = zone == Bounds.Length - 1;
            var isIn = heartRate >= Bounds[zone] && (isLast || heartRate < Bounds[zone + 1]);
            json.Begin();
            json.Count("max", isLast ? -1 : Bounds[zone + 1]);
            json.Count("min", Bounds[zone]);
            json.Decimal("time", isIn ? activity.MovingSeconds : 0);
            json.End();
        }

        json.EndList();
        json.Text("type", "heartrate");
        json.Count("resource_state", 3);
        json.Flag("sensor_based", true);
        json.Flag("custom_zones", false);
        json.End();
    }
}
