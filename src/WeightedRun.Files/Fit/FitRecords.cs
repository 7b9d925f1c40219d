using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>What the records of one segment add up to. Only their times are kept, because sessions may come after their records.</summary>
internal sealed class FitRecords : IDisposable
{
    private double _distance;
    private int _lastTicks = -1;
    private FitPath _path;
    private FitClimb _climb;
    private FitMean _heartRate = new(FitLimits.LeastHeartRateBpm, FitLimits.MostHeartRateBpm);
    private FitMean _cadence = new(double.Epsilon, FitLimits.MostCadence);
    private FitMean _temperature = new(FitLimits.LeastCelsius, FitLimits.MostCelsius);

    public FitTimes Times { get; } = new();

    public uint? First { get; private set; }

    public uint? Last { get; private set; }

    /// <summary>What the device counted, else the way between the positions.</summary>
    public Distance? Distance => _distance > 0 ? Analysis.Units.Distance.FromMeters(_distance)
        : _path.Meters > 0 ? Analysis.Units.Distance.FromMeters(_path.Meters) : null;

    public Distance? ElevationGain => _climb.Meters is { } meters ? Analysis.Units.Distance.FromMeters(meters) : null;

    public double? AverageHeartRateBpm => _heartRate.Value is { } mean ? Math.Round(mean) : null;

    public double? MaxHeartRateBpm => _heartRate.Max;

    /// <summary>As the device counts: strides (one foot) on foot, revolutions on a bicycle.</summary>
    public double? AverageCadence => _cadence.Value;

    public double? TemperatureCelsius => _temperature.Value;

    public void Add(in FitMessage message, uint? time)
    {
        Times.Add(time ?? 0);
        First ??= time;
        Last = time ?? Last;
        AddDistance(message);
        if ((message.Number(78) ?? message.Number(2)) is { } altitude)
            _climb.Add((altitude / 5) - 500);

        _heartRate.Add(message.Number(3));
        _cadence.Add(message.Number(4) is { } cadence ? cadence + ((message.Number(53) ?? 0) / 128) : null);
        _temperature.Add(message.Number(13));
    }

    public void Pause() => _path.Pause();

    public void Dispose() => Times.Dispose();

    private void AddDistance(in FitMessage message)
    {
        if (message.Number(5) is { } centimeters)
            _distance = Math.Max(_distance, centimeters / 100);
        else
            AddCompressedDistance(message.Bytes(8));

        if (_distance <= 0)
            _path.Add(message);
    }

    // compressed_speed_distance: 12 bits of speed, then 12 bits of distance in 1/16 m that roll over every 256 m.
    private void AddCompressedDistance(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < 3)
            return;

        var ticks = (packed[1] >> 4) | (packed[2] << 4);
        _distance += _lastTicks < 0 ? 0 : ((ticks - _lastTicks) & 0xFFF) / 16.0;
        _lastTicks = ticks;
    }
}
