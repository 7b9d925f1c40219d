using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>What the records of one segment add up to. Only their times are kept, because sessions may come after their records.</summary>
internal sealed class FitRecords : IDisposable
{
    private double? _distance;
    private int _lastTicks = -1;
    private double _heartBeats;
    private int _heartRates;
    private double? _maxHeartRate;

    public FitTimes Times { get; } = new();

    public uint? First { get; private set; }

    public uint? Last { get; private set; }

    public Distance? Distance => _distance is { } meters and > 0 ? Analysis.Units.Distance.FromMeters(meters) : null;

    public double? AverageHeartRateBpm => _heartRates == 0 ? null : Math.Round(_heartBeats / _heartRates);

    public double? MaxHeartRateBpm => _maxHeartRate;

    public void Add(in FitMessage message, uint? time)
    {
        Times.Add(time ?? 0);
        First ??= time;
        Last = time ?? Last;
        AddDistance(message);
        if (message.Positive(3) is { } heartRate)
        {
            _heartBeats += heartRate;
            _heartRates++;
            _maxHeartRate = Math.Max(_maxHeartRate ?? 0, heartRate);
        }
    }

    public void Dispose() => Times.Dispose();

    private void AddDistance(in FitMessage message)
    {
        if (message.Number(5) is { } centimeters)
        {
            _distance = Math.Max(_distance ?? 0, centimeters / 100);
            return;
        }

        // compressed_speed_distance: 12 bits of speed, then 12 bits of distance in 1/16 m that roll over every 256 m.
        var packed = message.Bytes(8);
        if (packed.Length < 3)
            return;

        var ticks = (packed[1] >> 4) | (packed[2] << 4);
        _distance = (_distance ?? 0) + (_lastTicks < 0 ? 0 : ((ticks - _lastTicks) & 0xFFF) / 16.0);
        _lastTicks = ticks;
    }
}
