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
}
