using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Gpx;

/// <summary>One <c>trk</c> element while it is being read.</summary>
internal sealed class GpxTrack(int depth)
{
    public TrackPoints Points { get; } = new();

    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public string? Type { get; private set; }

    /// <summary>Takes an element within the track; for a point, everything up to its end.</summary>
    public void Read(XmlSource xml)
    {
        switch (xml.Name)
        {
            case "trkseg":
                Points.StartSegment();
                break;
            case "trkpt":
                ReadPoint(xml);
                break;
            // Deeper names and types are those of links, places and extensions.
            case "name" or "desc" or "type" when xml.Depth != depth + 1:
                break;
            case "name":
                Name ??= xml.Text();
                break;
            case "desc":
                Description ??= xml.Text();
                break;
            case "type":
                Type ??= xml.Text();
                break;
        }
    }

    private void ReadPoint(XmlSource xml)
    {
        var point = new TrackPoint
        {
            Latitude = xml.NumberAttribute("lat"),
            Longitude = xml.NumberAttribute("lon"),
        };
        var depth = xml.Depth;
        while (xml.ReadWithin(depth))
        {
            if (xml.IsElement)
                ReadValue(xml, ref point);
        }

        Points.Add(point);
    }

    private static void ReadValue(XmlSource xml, ref TrackPoint point)
    {
        switch (xml.Name)
        {
            case "time":
                point.Time = xml.Time();
                break;
            case "ele":
                point.AltitudeMeters = xml.Number();
                break;
            case "hr" or "heartrate":
                point.HeartRateBpm = xml.Number();
                break;
            case "cad" or "cadence":
                point.Cadence = xml.Number();
                break;
            case "atemp" or "temp":
                point.TemperatureCelsius = xml.Number();
                break;
        }
    }
}
