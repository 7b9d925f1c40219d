namespace WeightedRun.Files.Fit;

/// <summary>The way between positions, along great circles. Only the last position is kept, until the next one comes.</summary>
internal struct FitPath
{
    private const double EarthRadiusMeters = 6371008.8;
    private const double RadiansPerSemicircle = Math.PI / int.MaxValue;

    private (double Latitude, double Longitude)? _last;

    public double Meters { get; private set; }

    public void Add(in FitMessage message)
    {
        if (message.Number(0) is not { } latitude || message.Number(1) is not { } longitude || Math.Abs(latitude) > int.MaxValue / 2.0 || Math.Abs(longitude) > int.MaxValue + 1.0)
            return;

        var place = (latitude * RadiansPerSemicircle, longitude * RadiansPerSemicircle);
        Meters += _last is { } last ? MetersBetween(last, place) : 0;
        _last = place;
    }

    /// <summary>What lies between the positions before and after a pause was not run.</summary>
    public void Pause() => _last = null;

    private static double MetersBetween((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var (north, east) = (Math.Sin((to.Latitude - from.Latitude) / 2), Math.Sin((to.Longitude - from.Longitude) / 2));
        var chord = (north * north) + (Math.Cos(from.Latitude) * Math.Cos(to.Latitude) * east * east);
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
