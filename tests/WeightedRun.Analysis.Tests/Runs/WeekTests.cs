using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Runs;

public sealed class WeekTests
{
    [Theory]
    [InlineData("2025-W10", "2025-03-03")]
    [InlineData("2020-W53", "2020-12-28")]
    [InlineData("2021-W01", "2021-01-04")]
    public void A_label_names_its_monday(string label, string monday)
    {
        Assert.True(Week.TryParse(label, DayOfWeek.Monday, out var week));
        Assert.Equal(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), week.StartsOn);
        Assert.Equal(label, week.Label);
    }

    [Fact]
    public void A_sunday_week_starts_the_day_before_the_monday_of_its_label()
    {
        Assert.True(Week.TryParse("2025-W10", DayOfWeek.Sunday, out var week));
        Assert.Equal(new DateOnly(2025, 3, 2), week.StartsOn);
        Assert.Equal(new DateOnly(2025, 3, 8), week.EndsOn);
        Assert.Equal("2025-W10", week.Label);
    }

    [Theory]
    [InlineData("2025-W54")]
    [InlineData("2021-W53")]
    [InlineData("2025W10")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_iso_week_is_refused(string? label) => Assert.False(Week.TryParse(label, DayOfWeek.Monday, out _));
}
