using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("Vest run", 8)]
    [InlineData("ランニング", 10)]
    [InlineData("🦺 8", 4)]
    [InlineData("e\u0301t", 2)]
    [InlineData("👩\u200D🚀", 2)]
    [InlineData("", 0)]
    public void Text_takes_the_columns_that_a_terminal_gives_it(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));

    [Fact]
    public void A_week_over_the_turn_of_the_year_names_both_years() =>
        Assert.Equal("30 December 2024 to 5 January 2025", EnglishSentences.Period(new DateOnly(2024, 12, 30), new DateOnly(2025, 1, 5)));
}
