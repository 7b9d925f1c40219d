namespace WeightedRun.Analysis.Rules;

/// <summary>Robust statistics of a few numbers: one odd run must not move what is usual. The numbers are reordered in place.</summary>
internal static class Sample
{
    // Makes the median absolute deviation of normally distributed numbers their standard deviation.
    private const double NormalScale = 1.4826;

    public static double Median(Span<double> values)
    {
        values.Sort();
        return Percentile(values, 0.5);
    }

    /// <summary>Linear interpolation between the neighbours, as spreadsheets do (PERCENTILE.INC).</summary>
    public static double Percentile(ReadOnlySpan<double> sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>Median absolute deviation, scaled to a standard deviation. Overwrites the numbers.</summary>
    public static double Deviation(Span<double> values, double median)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Abs(values[i] - median);

        return NormalScale * Median(values);
    }
}
