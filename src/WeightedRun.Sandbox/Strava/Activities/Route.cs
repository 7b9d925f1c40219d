using System.Collections.Concurrent;
using System.Text;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>Where an activity went: a circle at sea that begins and ends at its athlete's home; nowhere on a treadmill.</summary>
internal static class Route
{
    private const int Corners = 12;
    private const double RadiusDegrees = 0.01;

    private static readonly ConcurrentDictionary<GeoPoint, string> Loops = [];

    public static bool IsKnown(StravaActivity activity) => !activity.IsManual && !activity.IsTrainer;

    public static string PolylineOf(StravaActivity activity, StravaAthlete athlete) => IsKnown(activity) ? Loops.GetOrAdd(athlete.Home, Encode) : "";

    /// <summary>An empty list where there is no position.</summary>
    public static void WritePoint(WireWriter json, string key, StravaActivity activity, StravaAthlete athlete)
    {
        json.BeginList(key);
        if (IsKnown(activity))
        {
            json.Element(athlete.Home.Latitude);
            json.Element(athlete.Home.Longitude);
        }

        json.EndList();
    }

    public static GeoPoint At(GeoPoint home, double share)
    {
        var angle = share * 2 * Math.PI;
        return new GeoPoint(home.Latitude + RadiusDegrees * Math.Sin(angle), home.Longitude + RadiusDegrees * (1 - Math.Cos(angle)));
    }

    /// <summary>Google's encoded polyline: https://developers.google.com/maps/documentation/utilities/polylinealgorithm</summary>
    private static string Encode(GeoPoint home)
    {
        var text = new StringBuilder();
        var (latitude, longitude) = (0, 0);
        for (var corner = 0; corner <= Corners; corner++)
        {
            var point = At(home, (double)corner / Corners);
            var (nextLatitude, nextLongitude) = ((int)Math.Round(point.Latitude * 1e5), (int)Math.Round(point.Longitude * 1e5));
            Append(text, nextLatitude - latitude);
            Append(text, nextLongitude - longitude);
            (latitude, longitude) = (nextLatitude, nextLongitude);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int step)
    {
        var rest = step < 0 ? ~(step << 1) : step << 1;
        for (; rest >= 0x20; rest >>= 5)
            text.Append((char)((0x20 | (rest & 0x1f)) + 63));

        text.Append((char)(rest + 63));
    }
}
