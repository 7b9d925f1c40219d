using System.Globalization;
using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

public sealed class DigestStyleTests
{
    // WCAG 2.2, 1.4.3: text of any size.
    private const double MinContrast = 4.5;

    public static IEnumerable<TheoryDataRow<string>> ColouredLooks() =>
        DigestStyle.Looks.Keys.Where(look => Colour(look, "color", DigestStyle.Light) is not null).Select(look => new TheoryDataRow<string>(look));

    [Theory]
    [MemberData(nameof(ColouredLooks))]
    public void Text_of_every_look_can_be_read_in_the_light_and_in_the_dark(string look)
    {
        foreach (var colours in new[] { DigestStyle.Light, DigestStyle.Dark })
        {
            var (text, ground) = (Colour(look, "color", colours)!, Colour(look, "background-color", colours) ?? colours["paper"][1..]);
            Assert.True(Contrast(text, ground) >= MinContrast, $"{look}: {text} on {ground}: {Contrast(text, ground):F2}");
        }
    }

    [Fact]
    public void Bars_stand_out_from_their_paper()
    {
        // WCAG 2.2, 1.4.11: graphics.
        foreach (var colours in new[] { DigestStyle.Light, DigestStyle.Dark })
            Assert.True(Contrast(colours["accent"][1..], colours["paper"][1..]) >= 3);
    }

    [Fact]
    public void No_look_names_a_colour_that_is_not_there() =>
        Assert.All(DigestStyle.Looks.Values, look => Assert.DoesNotContain('$', DigestStyle.With(look, DigestStyle.Light) + DigestStyle.With(look, DigestStyle.Dark)));

    [Fact]
    public void A_mail_says_everything_in_its_elements_but_the_dark()
    {
        Assert.StartsWith("@media (prefers-color-scheme:dark){", DigestStyle.MailStylesheet, StringComparison.Ordinal);
        Assert.Contains($"background-color:{DigestStyle.Light["paper"]}", (string)DigestLook.Mail["body"]["style"], StringComparison.Ordinal);
        Assert.False(DigestLook.Page["body"].ContainsKey("style"));
        Assert.Contains(".wr-body{", DigestStyle.Stylesheet, StringComparison.Ordinal);
    }

    private static string? Colour(string look, string property, IReadOnlyDictionary<string, string> colours) =>
        DigestStyle.With(DigestStyle.Looks[look], colours).Split(';').Select(declaration => declaration.Split(':')).LastOrDefault(declaration => declaration[0] == property)?[1].TrimStart('#');

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
}
