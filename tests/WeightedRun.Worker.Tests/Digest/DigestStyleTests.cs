using System.Globalization;
using System.Text.RegularExpressions;
using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

public sealed partial class DigestStyleTests
{
    // WCAG 2.2, 1.4.3: text of any size.
    private const double MinContrast = 4.5;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_colour_of_text_can_be_read_on_its_paper(int scheme)
    {
        var colours = Declaration().Matches(Root().Matches(DigestStyle.Css)[scheme].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.Equal(8, colours.Count);
        foreach (var name in colours.Keys.Except(["paper", "line"]))
            Assert.True(Contrast(colours[name], colours["paper"]) >= MinContrast, $"{name} {colours[name]} on {colours["paper"]}: {Contrast(colours[name], colours["paper"]):F2}");
    }

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 0)) + (0.7152 * Channel(colour, 2)) + (0.0722 * Channel(colour, 4));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@":root\{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"--(\w+):#([0-9a-f]{6})")]
    private static partial Regex Declaration();
}
