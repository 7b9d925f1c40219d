namespace WeightedRun.Files;

/// <summary>
/// Metres climbed, from altitude to altitude. A receiver's altitude wanders by a few metres: a climb counts, and then from its foot to its top,
/// once it is higher than that.
/// </summary>
internal struct Climb
{
    private const double MinMeters = 5;

    private double? _valley;
    private double? _peak;
    private double _done;

    /// <summary>Null where no altitude was known.</summary>
    public readonly double? Meters => _valley is null ? null : _done + (_peak - _valley ?? 0);

    public void Add(double altitude)
    {
        if (_peak is { } peak)
        {
            if (altitude >= peak)
                _peak = altitude;
            else if (peak - altitude > MinMeters)
                (_done, _valley, _peak) = (_done + peak - _valley!.Value, altitude, null);

            return;
        }

        if (!(altitude >= _valley))
            _valley = altitude;
        else if (altitude - _valley > MinMeters)
            _peak = altitude;
    }
}
