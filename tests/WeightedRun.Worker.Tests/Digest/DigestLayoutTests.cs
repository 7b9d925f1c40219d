using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

/// <summary>What holds for every shape of the digest, whatever a title holds.</summary>
public sealed partial class DigestLayoutTests
{
    private const int MaxHtmlBytes = 40 * 1024;
    private const int MaxUrlFreeLine = 200;

    public static IEnumerable<TheoryDataRow<string, string>> Variants() => DigestVariants.All();

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Text_and_html_say_the_same_figures_in_the_same_order(string variant, string reader)
    {
        var digest = DigestVariants.Compose(variant, reader);
        var text = Url().Replace(DigestText.Render(digest), "");
        var html = WordsOf(await DigestHtml.RenderAsync(digest));

        Assert.Equal(Number().Matches(text).Select(match => match.Value), Number().Matches(html).Select(match => match.Value));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Html_is_small_says_its_language_and_loads_nothing(string variant, string reader)
    {
        var html = await DigestHtml.RenderAsync(DigestVariants.Compose(variant, reader));

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 2_000, MaxHtmlBytes);
        Assert.Contains($"<html lang=\"{(reader == "German" ? "de" : "en")}\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|img|iframe|link|object|form)", html);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<th(?! scope=)[ >]", html);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Subject_and_preheader_are_one_line_that_a_header_can_hold(string variant, string reader)
    {
        var digest = DigestVariants.Compose(variant, reader);

        Assert.InRange(digest.Subject.Length, 10, 60);
        Assert.InRange(digest.Preheader.Length, 10, 250);
        Assert.DoesNotMatch(@"[\p{Cc}\p{Cf}]", digest.Subject + digest.Preheader);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Text_keeps_its_lines_and_holds_nothing_that_steers_a_terminal(string variant, string reader)
    {
        var text = DigestText.Render(DigestVariants.Compose(variant, reader));

        Assert.DoesNotMatch(@"[\p{Cc}\p{Cf}-[\n\u200D]]", text);
        Assert.All(text.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal)), line => Assert.InRange(TextWidth.Of(line), 0, MaxUrlFreeLine));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Imperial_readers_see_no_metric_unit_and_metric_readers_no_imperial_one(string variant, string reader)
    {
        var text = Title().Replace(Url().Replace(DigestText.Render(DigestVariants.Compose(variant, reader)), ""), "");
        Assert.DoesNotMatch(reader == "Imperial" ? @"\d (km|kg)\b" : @"\d (mi|lb)\b", text);
    }

    [Fact]
    public async Task Hostile_titles_change_no_element_of_the_document()
    {
        var hostile = await DigestHtml.RenderAsync(DigestVariants.Compose("hostile"));
        Assert.DoesNotMatch("<(script|img|b>|h1>)", hostile);
        Assert.Equal(1, Regex.Count(hostile, "<h1"));
        Assert.Equal(Regex.Count(hostile, "<table"), Regex.Count(hostile, "</table>"));
        Assert.Contains("&lt;script&gt;", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("Bcc: everyone@run.example\n", hostile, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[\u202A-\u202E\u2066-\u2069\u200F\u061C]|&#x20(2[A-E]|6[6-9]);", hostile);
    }

    private static string WordsOf(string html)
    {
        var body = Hidden().Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], "");
        return WebUtility.HtmlDecode(Regex.Replace(body, "<[^>]*>", " "));
    }

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Url();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Title();

    [GeneratedRegex("<div class=\"wr-hidden\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
