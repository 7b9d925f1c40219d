using System.Xml;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Tcx;

/// <summary>One <c>Activity</c> element while it is being read.</summary>
internal sealed class TcxActivity(string? sport)
{
    private readonly TrackPoints _points = new();
    private DateTime? _start;
    private double _seconds;
    private double _meters;
    private double _lapSeconds;
    private double _heartBeats;
    private double _heartSeconds;
    private double? _maxHeartRate;
    private int _laps;
    private string? _notes;
    private string? _device;

    public bool IsEmpty => _laps == 0 && _points.Count == 0;

    /// <summary>Takes an element within the activity; for a point or a lap's heart rate, everything up to its end.</summary>
    public void Read(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "Lap":
                _laps++;
                _lapSeconds = 0;
                _start ??= XmlValues.TimeOf(xml.GetAttribute("StartTime"));
                break;
            case "TotalTimeSeconds":
                _lapSeconds = xml.ReadNumber() ?? 0;
                _seconds += _lapSeconds;
                break;
            case "DistanceMeters":
                _meters += xml.ReadNumber() ?? 0;
                break;
            case "AverageHeartRateBpm" when xml.ReadNumber() is { } heartRate and > 0:
                _heartBeats += heartRate * _lapSeconds;
                _heartSeconds += _lapSeconds;
                break;
            case "MaximumHeartRateBpm" when xml.ReadNumber() is { } heartRate and > 0:
                _maxHeartRate = Math.Max(_maxHeartRate ?? 0, heartRate);
                break;
            case "Track":
                _points.StartSegment();
                break;
            case "Trackpoint":
                ReadPoint(xml);
                break;
            case "Notes":
                _notes ??= xml.ReadText();
                break;
            case "Name":
                _device ??= xml.ReadText();
                break;
        }
    }

    public RecordedActivity ToRecorded(string file, int index, string? warning)
    {
        var kind = SportWords.Find(sport) ?? Sport.Other;
        var distance = _meters > 0 ? Distance.FromMeters(_meters) : _points.Distance;
        var timer = _seconds > 0 ? TimeSpan.FromSeconds(Math.Min(_seconds, TimeSpan.MaxValue.TotalSeconds / 2)) : _points.TimerTime;
        return new RecordedActivity
        {
            File = file,
            Source = ActivitySource.Tcx,
            Session = index,
            Sport = kind,
            SubSport = sport,
            StartUtc = _start ?? _points.First,
            ElapsedTime = _points.ElapsedTime > timer ? _points.ElapsedTime : timer,
            TimerTime = timer,
            MovingTime = _points.MovingTime,
            Distance = distance,
            ElevationGain = _points.ElevationGain,
            AverageHeartRateBpm = _heartSeconds > 0 ? Math.Round(_heartBeats / _heartSeconds) : _points.AverageHeartRateBpm,
            MaxHeartRateBpm = _maxHeartRate ?? _points.MaxHeartRateBpm,
            AverageSpeedMps = distance?.Meters / timer?.TotalSeconds,
            // The watch counts one foot.
            AverageCadenceSpm = kind.IsOnFoot() ? _points.AverageCadence * 2 : _points.AverageCadence,
            Records = _points.Count,
            Laps = _laps,
            Description = _notes,
            Device = _device,
            Warnings = warning is null ? [] : [warning],
        };
    }

    private void ReadPoint(XmlReader xml)
    {
        var point = default(TrackPoint);
        var depth = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
        while (depth < int.MaxValue && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;

            switch (xml.LocalName)
            {
                case "Time":
                    point.Time = xml.ReadTime();
                    break;
                case "LatitudeDegrees":
                    point.Latitude = xml.ReadNumber();
                    break;
                case "LongitudeDegrees":
                    point.Longitude = xml.ReadNumber();
                    break;
                case "AltitudeMeters":
                    point.AltitudeMeters = xml.ReadNumber();
                    break;
                case "HeartRateBpm":
                    point.HeartRateBpm = xml.ReadNumber();
                    break;
                case "Cadence" or "RunCadence":
                    point.Cadence = xml.ReadNumber();
                    break;
            }
        }

        _points.Add(point);
    }
}
