using WeightedRun.Analysis.Units;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Tcx;

/// <summary>What the laps of one activity add up to.</summary>
internal sealed class TcxLaps
{
    // Longer than a week is a broken clock, not a lap.
    private const double MaxLapSeconds = 7 * 86400;

    private double _seconds;
    private double _meters;
    private double _lapSeconds;
    private (double Sum, double Seconds) _heart;
    private (double Sum, double Seconds) _cadence;

    public int Count { get; private set; }

    /// <summary>When the first lap began.</summary>
    public DateTime? First { get; private set; }

    public Distance? Distance => _meters > 0 ? Analysis.Units.Distance.FromMeters(_meters) : null;

    public TimeSpan? TimerTime => _seconds > 0 ? TimeSpan.FromSeconds(_seconds) : null;

    /// <summary>The laps' averages, weighted by their time.</summary>
    public double? AverageHeartRateBpm => _heart.Seconds > 0 ? Math.Round(_heart.Sum / _heart.Seconds) : null;

    public double? MaxHeartRateBpm { get; private set; }

    public double? AverageCadence => _cadence.Seconds > 0 ? _cadence.Sum / _cadence.Seconds : null;

    public void Start(DateTime? time)
    {
        Count++;
        _lapSeconds = 0;
        First ??= time;
    }

    public void Read(XmlSource xml)
    {
        switch (xml.Name)
        {
            case "TotalTimeSeconds":
                _lapSeconds = xml.Number() is { } seconds and > 0 and < MaxLapSeconds ? seconds : 0;
                _seconds += _lapSeconds;
                break;
            case "DistanceMeters":
                _meters += xml.Number() is { } meters and > 0 and < TrackPoints.MaxMeters ? meters : 0;
                break;
            case "AverageHeartRateBpm" when xml.Number() is { } heartRate and > 0 and < 255:
                _heart = (_heart.Sum + (heartRate * _lapSeconds), _heart.Seconds + _lapSeconds);
                break;
            case "MaximumHeartRateBpm" when xml.Number() is { } heartRate and > 0 and < 255:
                MaxHeartRateBpm = Math.Max(MaxHeartRateBpm ?? 0, heartRate);
                break;
            case "Cadence" or "AvgRunCadence" when xml.Number() is { } cadence and > 0 and < 255:
                _cadence = (_cadence.Sum + (cadence * _lapSeconds), _cadence.Seconds + _lapSeconds);
                break;
        }
    }
}
