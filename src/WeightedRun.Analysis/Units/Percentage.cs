namespace WeightedRun.Analysis.Units;

/// <summary>A share in percent: 12.0 is twelve of a hundred. <c>default</c> is zero.</summary>
public readonly record struct Percentage
{
    private Percentage(double percent) => Percent = percent;

    /// <summary>Percent; 100 is the whole.</summary>
    public double Percent { get; }

    /// <summary>A share of so many percent.</summary>
    public static Percentage FromPercent(double percent) => new(percent);
}
