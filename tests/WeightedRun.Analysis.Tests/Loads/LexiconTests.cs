using System.Text;
using WeightedRun.Analysis.Loads.Lexicon;

namespace WeightedRun.Analysis.Tests.Loads;

public sealed class LexiconTests
{
    [Fact]
    public void The_shorthand_expands_to_every_spelling()
    {
        var macros = new Dictionary<string, string> { ["run"] = "[|lauf|runde]" };
        Assert.Equal(["weight vest", "weight vests", "weighted vest", "weighted vests"], PhraseExpander.Expand("weight[|ed] vest[|s]", macros));
        Assert.Equal(["weste", "westelauf", "westerunde"], PhraseExpander.Expand("weste{run}", macros));
        Assert.Equal(["a", "b c", "b d"], PhraseExpander.Expand("[a|b [c|d]]", macros));
    }

    [Fact]
    public void An_open_bracket_is_named() => Assert.Contains("weight[|ed", Assert.Throws<FormatException>(() => PhraseExpander.Expand("weight[|ed vest", new Dictionary<string, string>()).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_heading_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LexiconBuilder().Add(LexiconFile.Read(new MemoryStream(Encoding.UTF8.GetBytes("""{ "cues": { "nonsense": ["word"] } }""")))));

    [Fact]
    public void A_sign_in_a_phrase_is_refused() =>
        Assert.Contains("a+b", Assert.Throws<FormatException>(() => new LexiconBuilder().Add(LexiconFile.Read(new MemoryStream(Encoding.UTF8.GetBytes("""{ "cues": { "run": ["a+b"] } }"""))))).Message, StringComparison.Ordinal);

    [Fact]
    public void Slips_leave_the_first_letter_and_put_no_other_letter_in_its_place()
    {
        var slips = TypingErrors.Of("hanteln").ToList();
        Assert.Contains("hateln", slips);
        Assert.Contains("hnateln", slips);
        Assert.Contains("hantteln", slips);
        Assert.DoesNotContain("handeln", slips);
        Assert.All(slips, slip => Assert.Equal('h', slip[0]));
    }
}
