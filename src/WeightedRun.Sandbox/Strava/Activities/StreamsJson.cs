using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>The course of an activity in up to a hundred points: https://developers.strava.com/docs/reference/#api-models-StreamSet</summary>
internal static class StreamsJson
{
    private const int MaxPoints = 100;

    public static void Write(WireWriter json, StravaActivity activity, StravaAthlete athlete, IEnumerable<string> keys, bool isKeyedByType)
    {
        if (isKeyedByType)
            json.Begin();
        else
            json.BeginList();

        // The distance comes along unasked.
        foreach (var key in keys.Append("distance").Distinct().Where(key => keys.Any() && Has(activity, key)))
        {
            if (isKeyedByType)
            {
                json.Begin(key);
            }
            else
            {
                json.Begin();
                json.Text("type", key);
            }

            WriteStream(json, activity, athlete, key);
            json.End();
        }

        if (isKeyedByType)
            json.End();
        else
            json.EndList();
    }

    private static bool Has(StravaActivity activity, string key) => key switch
    {
        "time" or "distance" or "velocity_smooth" or "moving" => true,
        "latlng" or "altitude" or "grade_smooth" => Route.IsKnown(activity),
        "heartrate" => activity.AverageHeartRate is not null,
        "cadence" => activity.AverageCadence is not null,
        "temp" => activity.AverageTemperature is not null,
        _ => false,
    };

    private static void WriteStream(WireWriter json, StravaActivity activity, StravaAthlete athlete, string key)
    {
        var points = Math.Clamp(activity.MovingSeconds, 2, MaxPoints);
        json.BeginList("data");
        for (var point = 0; point < points; point++)
            WritePoint(json, activity, athlete, key, (double)point / (points - 1));

        json.EndList();
        json.Text("series_type", "distance");
        json.Count("original_size", points);
        json.Text("resolution", "high");
    }

    private static void WritePoint(WireWriter json, StravaActivity activity, StravaAthlete athlete, string key, double share)
    {
        switch (key)
        {
            case "latlng":
                var position = Route.At(athlete.Home, share);
                json.BeginList();
                json.Element(position.Latitude);
                json.Element(position.Longitude);
                json.EndList();
                break;
            case "moving":
                json.Element(share > 0);
                break;
            default:
                json.Element(ValueOf(activity, key, share));
                break;
        }
    }

    private static double ValueOf(StravaActivity activity, string key, double share) => key switch
    {
        "time" => Math.Round(activity.ElapsedSeconds * share),
        "distance" => Math.Round(activity.DistanceMeters * share, 1),
        "altitude" => Math.Round(30 + activity.ElevationGainMeters / 2 * Math.Sin(share * Math.PI), 1),
        "velocity_smooth" => activity.MovingSeconds == 0 ? 0 : Math.Round(activity.DistanceMeters / activity.MovingSeconds, 2),
        "heartrate" => Math.Round(activity.AverageHeartRate!.Value),
        "cadence" => Math.Round(activity.AverageCadence!.Value),
        "temp" => activity.AverageTemperature!.Value,
        _ => 0,
    };
}
