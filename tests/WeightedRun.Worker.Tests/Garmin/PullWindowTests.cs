using WeightedRun.Worker.Providers.GarminPersonal;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PullWindowTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void The_first_pull_reads_history_and_reaches_into_tomorrow() =>
        Assert.Equal(new PullWindow(new DateOnly(2026, 5, 24), new DateOnly(2026, 11, 21)), PullWindow.Next(null, Today, 7, 180));

    [Fact]
    public void The_next_one_reads_the_overlap_again() =>
        Assert.Equal(new DateOnly(2026, 11, 12), PullWindow.Next(new DateOnly(2026, 11, 19), Today, 7, 180).From);

    [Fact]
    public void Covering_tomorrow_does_not_shorten_the_overlap() =>
        Assert.Equal(new DateOnly(2026, 11, 13), PullWindow.Next(new DateOnly(2026, 11, 21), Today, 7, 180).From);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_key_is_warned_of_seven_days_before_its_end(int minutes, bool isDue)
    {
        var end = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(isDue, KeyExpiry.IsWarningDue(end, null, end.AddDays(-7).AddMinutes(minutes)));
        Assert.False(KeyExpiry.IsWarningDue(end, end.AddDays(-7), end.AddDays(-6)));
    }
}
