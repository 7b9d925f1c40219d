using System.Xml;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Gpx;

/// <summary>One <c>trk</c> element while it is being read.</summary>
internal sealed class GpxTrack
{
    public TrackPoints Points { get; } = new();

    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public string? Type { get; private set; }

    /// <summary>Takes an element within the track; for a point, everything up to its end.</summary>
    public void Read(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "trkseg":
                Points.StartSegment();
                break;
            case "trkpt":
                ReadPoint(xml);
                break;
            case "name":
                Name ??= xml.ReadText();
                break;
            case "desc":
                Description ??= xml.ReadText();
                break;
            case "type":
                Type ??= xml.ReadText();
                break;
        }
    }

    private void ReadPoint(XmlReader xml)
    {
        var point = new TrackPoint
        {
            Latitude = XmlValues.NumberOf(xml.GetAttribute("lat")),
            Longitude = XmlValues.NumberOf(xml.GetAttribute("lon")),
        };
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element)
                    ReadValue(xml, ref point);
            }
        }

        Points.Add(point);
    }

    private static void ReadValue(XmlReader xml, ref TrackPoint point)
    {
        switch (xml.LocalName)
        {
            case "time":
                point.Time = xml.ReadTime();
                break;
            case "ele":
                point.AltitudeMeters = xml.ReadNumber();
                break;
            case "hr" or "heartrate":
                point.HeartRateBpm = xml.ReadNumber();
                break;
            case "cad" or "cadence":
                point.Cadence = xml.ReadNumber();
                break;
            case "atemp":
                point.TemperatureCelsius = xml.ReadNumber();
                break;
        }
    }
}
