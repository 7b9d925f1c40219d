namespace WeightedRun.Analysis.Rules;

/// <summary>Robust statistics of a few numbers: one odd run must not move what is usual. The numbers are reordered in place.</summary>
internal static class Sample
{
    // Makes the median absolute deviation of normally distributed numbers their standard deviation.
    private const double NormalScale = 1.4826;

    public static double Median(Span<double> values) => Percentile(values, 0.5);

    /// <summary>Linear interpolation between the neighbours, as spreadsheets do (PERCENTILE.INC).</summary>
    public static double Percentile(Span<double> values, double share)
    {
        var position = share * (values.Length - 1);
        var at = (int)position;
        Select(values, at);
        if (at == position)
            return values[at];

        var next = values[at + 1];
        foreach (var value in values[(at + 2)..])
            next = Math.Min(next, value);

        return values[at] + ((position - at) * (next - values[at]));
    }

    /// <summary>Median absolute deviation, scaled to a standard deviation. Overwrites the numbers.</summary>
    public static double Deviation(Span<double> values, double median)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Abs(values[i] - median);

        return NormalScale * Median(values);
    }

    /// <summary>Puts the number of a rank at its place, smaller ones before it and greater ones after it (Hoare's selection): a fraction of the time of sorting.</summary>
    private static void Select(Span<double> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[rank];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot)
                    left++;

                while (values[right] > pivot)
                    right--;

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (right < rank)
                low = left;

            if (rank < left)
                high = right;
        }
    }
}
