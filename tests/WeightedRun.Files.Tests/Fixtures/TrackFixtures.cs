using System.Globalization;
using System.Text;

namespace WeightedRun.Files.Tests.Fixtures;

/// <summary>Made-up GPX and TCX recordings: straight north at 3 m/s, one point a second.</summary>
internal static class TrackFixtures
{
    public static readonly DateTime Start = new(2024, 5, 6, 6, 0, 0, DateTimeKind.Utc);

    // A ten-thousandth of a degree of latitude is 11.12 m; this is 3 m.
    private const double DegreesPerSecond = 3 / 111195.0797;

    public static string Gpx(int seconds = 100, string? type = "running", string name = "Morning", bool hasTime = true, string heartRate = "150") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <gpx creator="A Watch" version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
        <metadata><time>{Time(0)}</time><name>not the track</name></metadata>
        <trk><name>{name}</name><desc>d</desc>{(type is null ? "" : $"<type>{type}</type>")}<trkseg>{GpxPoints(0, seconds, hasTime, heartRate)}</trkseg></trk></gpx>
        """;

    public static string GpxPoints(int from, int until, bool hasTime = true, string heartRate = "150")
    {
        var points = new StringBuilder();
        for (var second = from; second <= until; second++)
        {
            points.Append(CultureInfo.InvariantCulture, $"<trkpt lat=\"{48 + (second * DegreesPerSecond):R}\" lon=\"11\"><ele>{500 + (second / 10)}</ele>");
            if (hasTime)
                points.Append(CultureInfo.InvariantCulture, $"<time>{Time(second)}</time>");

            points.Append(CultureInfo.InvariantCulture, $"<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>{heartRate}</gpxtpx:hr><gpxtpx:cad>85</gpxtpx:cad></gpxtpx:TrackPointExtension></extensions></trkpt>\n");
        }

        return points.ToString();
    }

    public static string Tcx(string sport = "Running", int laps = 2, string notes = "with the vest") => Database($"<Activities>{TcxActivity(sport, laps, notes)}</Activities>");

    public static string Database(string content) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">{content}</TrainingCenterDatabase>""";

    public static string TcxActivity(string sport, int laps, string notes)
    {
        var text = new StringBuilder($"""<Activity Sport="{sport}"><Id>{Time(0)}</Id>""");
        for (var lap = 0; lap < laps; lap++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""<Lap StartTime="{Time(lap * 100)}"><TotalTimeSeconds>100.5</TotalTimeSeconds><DistanceMeters>300</DistanceMeters><AverageHeartRateBpm><Value>{140 + (10 * lap)}</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>{160 + lap}</Value></MaximumHeartRateBpm><Cadence>84</Cadence><Track>""");
            for (var second = 0; second <= 100; second += 10)
                text.Append(CultureInfo.InvariantCulture, $"<Trackpoint><Time>{Time((lap * 100) + second)}</Time><DistanceMeters>{second * 3}</DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm><Extensions><TPX><RunCadence>85</RunCadence></TPX></Extensions></Trackpoint>");

            text.Append("</Track></Lap>");
        }

        return text.Append(CultureInfo.InvariantCulture, $"<Notes>{notes}</Notes><Creator><Name>A Watch</Name></Creator></Activity>").ToString();
    }

    public static string Time(int second) => Start.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
