using System.Xml;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Gpx;

/// <summary>
/// GPX 1.0 and 1.1 with Garmin's track point extension: http://www.topografix.com/GPX/1/1/ . One activity per track; segments are pauses.
/// </summary>
internal static class GpxReader
{
    private const string NoPoints = "The GPX file holds no track points: it is a route, a list of places or a description only. Export the recorded track.";

    public static IReadOnlyList<ReadResult> Read(XmlReader xml, string file)
    {
        var results = new List<ReadResult>();
        var device = xml.GetAttribute("creator");
        GpxTrack? track = null;
        try
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "trk" })
                    track = new GpxTrack();
                else if (xml.NodeType == XmlNodeType.Element)
                    track?.Read(xml);
                else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "trk" })
                    Finish(null);
            }
        }
        catch (XmlException damage) when (track?.Points.Count > 0)
        {
            Finish($"truncated: the file breaks off at line {damage.LineNumber}; what came before was kept");
        }

        return results.Count > 0 ? results : [ReadResult.Of(file, new ReadProblem("no-track-points", NoPoints))];

        void Finish(string? warning)
        {
            if (track?.Points.Count > 0)
                results.Add(ReadResult.Of(Create(track, file, device, results.Count, warning)));

            track = null;
        }
    }

    private static RecordedActivity Create(GpxTrack track, string file, string? device, int index, string? warning)
    {
        var points = track.Points;
        var sport = SportWords.Find(track.Type) ?? Sport.Other;
        return new RecordedActivity
        {
            File = file,
            Source = ActivitySource.Gpx,
            Session = index,
            Sport = sport,
            SubSport = track.Type,
            StartUtc = points.First,
            ElapsedTime = points.ElapsedTime,
            TimerTime = points.TimerTime,
            MovingTime = points.MovingTime,
            Distance = points.Distance,
            ElevationGain = points.ElevationGain,
            AverageHeartRateBpm = points.AverageHeartRateBpm,
            MaxHeartRateBpm = points.MaxHeartRateBpm,
            AverageSpeedMps = points.Distance?.Meters / points.TimerTime?.TotalSeconds,
            AverageCadenceSpm = sport.IsOnFoot() ? points.AverageCadence * 2 : points.AverageCadence,
            TemperatureCelsius = points.TemperatureCelsius,
            Records = points.Count,
            Title = track.Name,
            Description = track.Description,
            Device = device,
            Warnings = [.. WarningsOf(points, warning)],
        };
    }

    private static IEnumerable<string> WarningsOf(TrackPoints points, string? warning)
    {
        if (points.First is null)
            yield return "no-time: the points have no times; date and duration are not known";

        if (warning is not null)
            yield return warning;
    }
}
