using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Xml;

/// <summary>What the points of one track add up to. Positions pass through and are never kept.</summary>
internal sealed class TrackPoints
{
    private const double EarthRadiusMeters = 6371008.8;

    // Slower than this nobody walks: the runner stands and the satellites wander.
    private const double MovingMetersPerSecond = 0.5;

    // Below the Dead Sea and above Everest an altitude is a broken sensor's.
    private const double LowestMeters = -500;
    private const double HighestMeters = 9000;

    /// <summary>Nobody records more in one go: once around the world.</summary>
    public const double MaxMeters = 40_075_000;

    private (double Latitude, double Longitude)? _place;
    private DateTime? _time;
    private DateTime? _first;
    private DateTime? _segmentStart;
    private TimeSpan _timer;
    private TimeSpan _moving;
    private double _meters;
    private double _metersSoFar;
    private bool _hasPlaces;
    private Climb _climb;
    private Mean _heartRate;
    private Mean _cadence;
    private Mean _temperature;

    public int Count { get; private set; }

    public DateTime? First => _first;

    public DateTime? Last => _time;

    /// <summary>What the device counted, else the way between the places.</summary>
    public Distance? Distance => _metersSoFar > 0 ? Analysis.Units.Distance.FromMeters(_metersSoFar)
        : _meters > 0 ? Analysis.Units.Distance.FromMeters(_meters) : null;

    public Distance? ElevationGain => _climb.Meters is { } meters ? Analysis.Units.Distance.FromMeters(meters) : null;

    public TimeSpan? ElapsedTime => _first is { } first && _time > first ? _time - first : null;

    public TimeSpan? TimerTime => Positive(_timer + Open);

    public TimeSpan? MovingTime => _hasPlaces ? Positive(_moving) : null;

    public double? AverageHeartRateBpm => _heartRate.Value is { } mean ? Math.Round(mean) : null;

    public double? MaxHeartRateBpm => _heartRate.Max;

    /// <summary>Steps per minute of both feet, where the sport is on foot.</summary>
    public double? AverageCadenceSpm(Sport sport) => XmlValues.StepsOf(sport, _cadence.Value);

    public double? TemperatureCelsius => _temperature.Value;

    private TimeSpan Open => _segmentStart is { } start && _time is { } last && last > start ? last - start : TimeSpan.Zero;

    /// <summary>A pause: nothing between the points before and after it counts as run.</summary>
    public void StartSegment()
    {
        _timer += Open;
        (_segmentStart, _place) = (null, null);
    }

    public void Add(in TrackPoint point)
    {
        Count++;
        var seconds = point.Time is { } now && _time is { } before && _segmentStart is not null ? (now - before).TotalSeconds : 0;
        if (point is { Latitude: { } latitude and >= -90 and <= 90, Longitude: { } longitude and >= -180 and <= 180 })
        {
            var meters = _place is { } place ? MetersBetween(place, (latitude, longitude)) : 0;
            _meters += meters;
            _hasPlaces = true;
            _place = (latitude, longitude);
            if (seconds > 0 && meters / seconds >= MovingMetersPerSecond)
                _moving += TimeSpan.FromSeconds(seconds);
        }

        AddTime(point.Time);
        AddAltitude(point.AltitudeMeters);
        _heartRate.Add(point.HeartRateBpm is > 0 and < 255 ? point.HeartRateBpm : null);
        _cadence.Add(point.Cadence is > 0 and < 255 ? point.Cadence : null);
        _temperature.Add(point.TemperatureCelsius is > -90 and < 90 ? point.TemperatureCelsius : null);
        _metersSoFar = Math.Max(_metersSoFar, point.MetersSoFar is > 0 and < MaxMeters ? point.MetersSoFar.Value : 0);
    }

    private void AddTime(DateTime? time)
    {
        if (time is null || time < _time)
            return;

        _first ??= time;
        _segmentStart ??= time;
        _time = time;
    }

    private void AddAltitude(double? altitude)
    {
        if (altitude is not { } meters || meters is < LowestMeters or > HighestMeters)
            return;

        _climb.Add(meters);
    }

    private static double MetersBetween((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var (phi1, phi2) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var (north, east) = (Math.Sin((phi2 - phi1) / 2), Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2));
        var chord = (north * north) + (Math.Cos(phi1) * Math.Cos(phi2) * east * east);
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static TimeSpan? Positive(TimeSpan time) => time > TimeSpan.Zero ? time : null;

    private struct Mean
    {
        private double _sum;
        private int _count;

        public double? Max { get; private set; }

        public readonly double? Value => _count == 0 ? null : _sum / _count;

        public void Add(double? value)
        {
            if (value is not { } number)
                return;

            _sum += number;
            _count++;
            Max = Math.Max(Max ?? number, number);
        }
    }
}

/// <summary>One point as a file gives it; positions are used for distance and forgotten.</summary>
internal record struct TrackPoint(
    double? Latitude, double? Longitude, DateTime? Time, double? AltitudeMeters, double? HeartRateBpm, double? Cadence, double? TemperatureCelsius, double? MetersSoFar);
