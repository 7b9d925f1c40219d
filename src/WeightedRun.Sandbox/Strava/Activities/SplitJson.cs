using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>Splits and laps of an even pace.</summary>
internal static class SplitJson
{
    public static void WriteSplits(WireWriter json, StravaActivity activity, string key, double splitMeters)
    {
        json.BeginList(key);
        if (!activity.IsManual && activity.DistanceMeters > 0)
        {
            for (var split = 0; split * splitMeters < activity.DistanceMeters; split++)
                WriteSplit(json, activity, split + 1, Math.Min(splitMeters, activity.DistanceMeters - split * splitMeters));
        }

        json.EndList();
    }

    public static void WriteLap(WireWriter json, StravaActivity activity)
    {
        json.Begin();
        json.Id("id", activity.Id.Value * 3 + 1);
        json.Count("resource_state", 2);
        json.Text("name", "Lap 1");
        WriteMeta(json, "activity", activity.Id.Value);
        WriteMeta(json, "athlete", activity.Owner.Value);
        json.Whole("elapsed_time", activity.ElapsedSeconds);
        json.Whole("moving_time", activity.MovingSeconds);
        json.Time("start_date", activity.ShownStart.UtcDateTime);
        json.Time("start_date_local", activity.ShownStart.UtcDateTime + activity.UtcOffset);
        json.Decimal("distance", Math.Round(activity.DistanceMeters, 1));
        json.Count("start_index", 0);
        json.Count("end_index", activity.MovingSeconds);
        json.Number("total_elevation_gain", activity.ElevationGainMeters);
        json.Decimal("average_speed", Speed(activity));
        json.Decimal("max_speed", Speed(activity) * 1.4);
        if (activity.AverageCadence is { } cadence)
            json.Decimal("average_cadence", cadence);

        json.Count("lap_index", 1);
        json.Count("split", 1);
        json.End();
    }

    private static void WriteSplit(WireWriter json, StravaActivity activity, int number, double meters)
    {
        var share = meters / activity.DistanceMeters;
        json.Begin();
        json.Decimal("distance", Math.Round(meters, 1));
        json.Whole("elapsed_time", (int)(activity.ElapsedSeconds * share));
        json.Number("elevation_difference", 0);
        json.Whole("moving_time", (int)(activity.MovingSeconds * share));
        json.Count("split", number);
        json.Decimal("average_speed", Speed(activity));
        json.Null("average_grade_adjusted_speed");
        if (activity.AverageHeartRate is { } heartRate)
            json.Decimal("average_heartrate", heartRate);

        json.Count("pace_zone", 0);
        json.End();
    }

    private static void WriteMeta(WireWriter json, string key, long id)
    {
        json.Begin(key);
        json.Id("id", id);
        json.Count("resource_state", 1);
        json.End();
    }

    private static double Speed(StravaActivity activity) => activity.MovingSeconds == 0 ? 0 : activity.DistanceMeters / activity.MovingSeconds;
}
