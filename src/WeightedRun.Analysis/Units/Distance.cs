namespace WeightedRun.Analysis.Units;

/// <summary>A length along the ground or upwards, in metres inside; never negative in a log. <c>default</c> is zero.</summary>
public readonly record struct Distance : IComparable<Distance>
{
    private const double MetersPerMile = 1609.344;

    private Distance(double meters) => Meters = meters;

    /// <summary>Metres.</summary>
    public double Meters { get; }

    /// <summary>Kilometres.</summary>
    public double Kilometers => Meters / 1000;

    /// <summary>International miles of 1,609.344 m.</summary>
    public double Miles => Meters / MetersPerMile;

    /// <summary>A distance of so many metres.</summary>
    public static Distance FromMeters(double meters) => new(meters);

    /// <summary>A distance of so many kilometres.</summary>
    public static Distance FromKilometers(double kilometers) => new(kilometers * 1000);

    /// <summary>A distance of so many international miles.</summary>
    public static Distance FromMiles(double miles) => new(miles * MetersPerMile);

    /// <inheritdoc />
    public int CompareTo(Distance other) => Meters.CompareTo(other.Meters);

    /// <summary>The sum of two distances.</summary>
    public static Distance operator +(Distance left, Distance right) => new(left.Meters + right.Meters);

    /// <summary>Whether the left distance is shorter.</summary>
    public static bool operator <(Distance left, Distance right) => left.Meters < right.Meters;

    /// <summary>Whether the left distance is longer.</summary>
    public static bool operator >(Distance left, Distance right) => left.Meters > right.Meters;

    /// <summary>Whether the left distance is shorter or the same.</summary>
    public static bool operator <=(Distance left, Distance right) => left.Meters <= right.Meters;

    /// <summary>Whether the left distance is longer or the same.</summary>
    public static bool operator >=(Distance left, Distance right) => left.Meters >= right.Meters;
}
