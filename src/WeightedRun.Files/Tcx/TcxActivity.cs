using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Tcx;

/// <summary>One <c>Activity</c> element while it is being read.</summary>
internal sealed class TcxActivity(string? sport)
{
    private readonly TrackPoints _points = new();
    private readonly TcxLaps _laps = new();
    private bool _isInLap;
    private bool _isInCreator;
    private string? _notes;
    private string? _lapNotes;
    private string? _device;

    public bool IsEmpty => _laps.Count == 0 && _points.Count == 0;

    /// <summary>Takes an element within the activity; for a point or a lap's value, everything up to its end.</summary>
    public void Read(XmlSource xml)
    {
        switch (xml.Name)
        {
            case "Lap":
                _isInLap = true;
                _laps.Start(XmlValues.TimeOf(xml.Attribute("StartTime")));
                break;
            case "Track":
                _points.StartSegment();
                break;
            case "Trackpoint":
                _points.Add(PointOf(xml));
                break;
            case "Notes" when _isInLap:
                _lapNotes ??= xml.Text();
                break;
            case "Notes":
                _notes ??= xml.Text();
                break;
            case "Creator":
                _isInCreator = true;
                break;
            case "Name" when _isInCreator:
                _device ??= xml.Text();
                break;
            default:
                if (_isInLap)
                    _laps.Read(xml);
                break;
        }
    }

    public void Close(string name)
    {
        _isInLap &= name != "Lap";
        _isInCreator &= name != "Creator";
    }

    public RecordedActivity ToRecorded(string file, int index, string? warning)
    {
        var kind = SportWords.Find(sport) ?? Sport.Other;
        var distance = _laps.Distance ?? _points.Distance;
        var timer = _laps.TimerTime ?? _points.TimerTime;
        var start = _laps.First ?? _points.First;
        var elapsed = _points.Last - start;
        return new RecordedActivity
        {
            File = file,
            Source = ActivitySource.Tcx,
            Session = index,
            Sport = kind,
            StartUtc = start,
            // Laps alone do not tell how long the pauses were.
            ElapsedTime = elapsed > timer || timer is null ? elapsed : timer,
            TimerTime = timer,
            MovingTime = _points.MovingTime,
            Distance = distance,
            ElevationGain = _points.ElevationGain,
            AverageHeartRateBpm = _laps.AverageHeartRateBpm ?? _points.AverageHeartRateBpm,
            MaxHeartRateBpm = _laps.MaxHeartRateBpm ?? _points.MaxHeartRateBpm,
            AverageSpeedMps = distance?.Meters / timer?.TotalSeconds,
            AverageCadenceSpm = _points.AverageCadenceSpm(kind) ?? XmlValues.StepsOf(kind, _laps.AverageCadence),
            Records = _points.Count,
            Laps = _laps.Count,
            Description = _notes ?? _lapNotes,
            Device = _device,
            Warnings = warning is null ? [] : [warning],
        };
    }

    private static TrackPoint PointOf(XmlSource xml)
    {
        var point = default(TrackPoint);
        for (var depth = xml.Depth; xml.ReadWithin(depth);)
        {
            if (xml.IsElement)
                ReadValue(xml, ref point);
        }

        return point;
    }

    private static void ReadValue(XmlSource xml, ref TrackPoint point)
    {
        switch (xml.Name)
        {
            case "Time":
                point.Time = xml.Time();
                break;
            case "LatitudeDegrees":
                point.Latitude = xml.Number();
                break;
            case "LongitudeDegrees":
                point.Longitude = xml.Number();
                break;
            case "AltitudeMeters":
                point.AltitudeMeters = xml.Number();
                break;
            case "DistanceMeters":
                point.MetersSoFar = xml.Number();
                break;
            case "HeartRateBpm":
                point.HeartRateBpm = xml.Number();
                break;
            case "Cadence" or "RunCadence":
                point.Cadence = xml.Number();
                break;
        }
    }
}
