using FsCheck.Xunit;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Analysis.Tests.Properties;

/// <summary>Selection without sorting gives what sorting gives, with equal numbers too.</summary>
public sealed class SampleProperties
{
    [Property(MaxTest = 2000)]
    public bool A_percentile_is_that_of_the_sorted_numbers(byte first, byte[] others, byte share)
    {
        double[] values = [first % 30, .. others.Select(other => other % 30 / 4.0)];
        double[] sorted = [.. values.Order()];
        var position = share / 255.0 * (sorted.Length - 1);
        var (below, above) = (sorted[(int)Math.Floor(position)], sorted[(int)Math.Ceiling(position)]);
        return Math.Abs(below + ((position - Math.Floor(position)) * (above - below)) - Sample.Percentile(values, share / 255.0)) < 1e-9
            && values.Order().SequenceEqual(sorted);
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 2, 2, 4, 6, 9 }, 1.4826)]
    [InlineData(new double[] { 5 }, 0)]
    [InlineData(new double[] { 1, 3 }, 1.4826)]
    public void The_deviation_is_the_scaled_median_of_the_distances_from_the_median(double[] values, double expected) =>
        Assert.Equal(expected, Sample.Deviation(values, Sample.Median(values)), 1e-12);
}
