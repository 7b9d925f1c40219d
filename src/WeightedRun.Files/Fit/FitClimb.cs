namespace WeightedRun.Files.Fit;

/// <summary>Metres climbed. A sensor's altitude wanders: a climb counts, and then from its foot to its top, once it exceeds <see cref="Threshold"/>.</summary>
internal struct FitClimb
{
    private const double Threshold = 5;

    // Below the Dead Sea and above Everest an altitude is a broken sensor's.
    private const double LowestMeters = -500;
    private const double HighestMeters = 9000;

    private double? _turn;
    private bool _climbs;
    private double _meters;

    public readonly double? Meters => _turn is null ? null : _meters;

    public void Add(double altitude)
    {
        if (altitude is < LowestMeters or > HighestMeters)
            return;

        var turn = _turn ?? altitude;
        if (_climbs)
            Climb(altitude, turn);
        else if (altitude - turn > Threshold)
            (_climbs, _meters, _turn) = (true, _meters + altitude - turn, altitude);
        else
            _turn = Math.Min(turn, altitude);
    }

    // The turn is the highest point so far; only a descent of more than the threshold ends the climb.
    private void Climb(double altitude, double top)
    {
        if (altitude > top)
            (_meters, _turn) = (_meters + altitude - top, altitude);
        else if (top - altitude > Threshold)
            (_climbs, _turn) = (false, altitude);
    }
}
