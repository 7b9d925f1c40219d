namespace WeightedRun.Analysis;

/// <summary>Comparisons in which binary rounding never decides: what differs by less than a billionth of the unit compared is the same.</summary>
internal static class Tolerance
{
    private const double Rounding = 1e-9;

    public static bool Exceeds(double value, double limit) => value > limit + Rounding;

    public static bool Reaches(double value, double limit) => value >= limit - Rounding;
}
