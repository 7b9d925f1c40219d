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

    public static IReadOnlyList<ReadResult> Read(XmlSource xml, string file)
    {
        var results = new List<RecordedActivity>();
        var device = xml.Attribute("creator");
        var heading = new GpxHeading();
        GpxTrack? track = null;
        try
        {
            while (xml.Read())
            {
                if (xml is { IsElement: true, Name: "trk" })
                    track = new GpxTrack(xml.Depth);
                else if (xml.IsElement && track is null)
                    heading.Read(xml);
                else if (xml.IsElement)
                    track!.Read(xml);
                else if (xml is { IsEnd: true, Name: "trk" })
                    Finish(null);
            }
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException && (track?.Points.Count > 0 || results.Count > 0))
        {
            Finish(XmlDamage.Warning(damage));
        }

        return results.Count > 0 ? [.. results.Select(activity => ReadResult.Of(results.Count == 1 ? heading.Name(activity) : activity))] : [ReadResult.Of(file, new ReadProblem("no-track-points", NoPoints))];

        void Finish(string? warning)
        {
            if (track?.Points.Count > 0)
                results.Add(Create(track, file, device, results.Count, warning));
            else if (warning is not null)
                results[^1] = results[^1] with { Warnings = [.. results[^1].Warnings, warning] };

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
            SubSport = XmlValues.WordOf(track.Type),
            StartUtc = points.First,
            ElapsedTime = points.ElapsedTime,
            TimerTime = points.TimerTime,
            MovingTime = points.MovingTime,
            Distance = points.Distance,
            ElevationGain = points.ElevationGain,
            AverageHeartRateBpm = points.AverageHeartRateBpm,
            MaxHeartRateBpm = points.MaxHeartRateBpm,
            AverageSpeedMps = points.Distance?.Meters / points.TimerTime?.TotalSeconds,
            AverageCadenceSpm = points.AverageCadenceSpm(sport),
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
