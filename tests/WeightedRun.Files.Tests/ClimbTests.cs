namespace WeightedRun.Files.Tests;

public sealed class ClimbTests
{
    [Theory]
    [InlineData(0, 11, 11)]
    [InlineData(0, 5, 0)]
    [InlineData(0, 6, 6)]
    public void A_steady_climb_counts_from_foot_to_top_once_it_is_no_noise(int from, int to, double climbed) =>
        Assert.Equal(climbed, Of(Enumerable.Range(from, to - from + 1).Select(meters => (double)meters)));

    [Fact]
    public void Two_climbs_with_a_descent_between_are_two() => Assert.Equal(18, Of([0, 3, 9, 4, 0, 5, 9, 2]));

    [Fact]
    public void Wandering_by_a_few_metres_is_no_climb() => Assert.Equal(0, Of([100, 103, 99, 104, 101, 103, 100]));

    [Fact]
    public void A_small_dip_on_the_way_up_does_not_end_the_climb() => Assert.Equal(20, Of([0, 8, 5, 12, 9, 20]));

    [Fact]
    public void Without_an_altitude_nothing_is_known() => Assert.Null(Of([]));

    private static double? Of(IEnumerable<double> altitudes)
    {
        var climb = default(Climb);
        foreach (var altitude in altitudes)
            climb.Add(altitude);

        return climb.Meters;
    }
}
