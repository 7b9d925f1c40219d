namespace WeightedRun.Analysis.Units;

/// <summary>A mass, in kilograms inside: a body, or what it carries. <c>default</c> is zero.</summary>
public readonly record struct Mass : IComparable<Mass>
{
    /// <summary>The international avoirdupois pound in kilograms, exact by definition.</summary>
    public const double KilogramsPerPound = 0.45359237;

    private Mass(double kilograms) => Kilograms = kilograms;

    /// <summary>Kilograms.</summary>
    public double Kilograms { get; }

    /// <summary>Pounds of 0.45359237 kg.</summary>
    public double Pounds => Kilograms / KilogramsPerPound;

    /// <summary>A mass of so many kilograms.</summary>
    public static Mass FromKilograms(double kilograms) => new(kilograms);

    /// <summary>A mass of so many grams (Garmin's unit for pack weight).</summary>
    public static Mass FromGrams(double grams) => new(grams / 1000);

    /// <summary>A mass of so many pounds.</summary>
    public static Mass FromPounds(double pounds) => new(pounds * KilogramsPerPound);

    /// <summary>This mass as a share of a body's mass. The body must weigh something.</summary>
    public Percentage Of(Mass body) => Percentage.FromPercent(100 * Kilograms / body.Kilograms);

    /// <inheritdoc />
    public int CompareTo(Mass other) => Kilograms.CompareTo(other.Kilograms);

    /// <summary>The sum of two masses.</summary>
    public static Mass operator +(Mass left, Mass right) => new(left.Kilograms + right.Kilograms);

    /// <summary>Whether the left mass is lighter.</summary>
    public static bool operator <(Mass left, Mass right) => left.Kilograms < right.Kilograms;

    /// <summary>Whether the left mass is heavier.</summary>
    public static bool operator >(Mass left, Mass right) => left.Kilograms > right.Kilograms;

    /// <summary>Whether the left mass is lighter or the same.</summary>
    public static bool operator <=(Mass left, Mass right) => left.Kilograms <= right.Kilograms;

    /// <summary>Whether the left mass is heavier or the same.</summary>
    public static bool operator >=(Mass left, Mass right) => left.Kilograms >= right.Kilograms;
}
