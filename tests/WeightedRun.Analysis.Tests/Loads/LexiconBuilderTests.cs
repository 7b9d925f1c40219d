using System.Text;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>A small lexicon, built afresh: which ways to write a phrase it knows, and what each says.</summary>
public sealed class LexiconBuilderTests
{
    [Theory]
    [InlineData("sure", "weight vest", "weight vest", "weightvest", "weight-vest", "Weight  Vest", "WEIGHTVEST", "wieghtvest", "weigthvest", "weightvesst", "wightvest")]
    [InlineData("sure", "plate carrier vest", "plate carrier vest", "platecarrier vest", "plate carriervest", "platecarriervest", "plate-carrier-vest")]
    [InlineData("sure", "sandbag", "sandbag", "sanddbag", "sandbagg", "sandag", "sadnbag", "sandba")]
    [InlineData("generic", "weighted", "weighted", "wieghted", "weightedd")]
    [InlineData("soft", "rucksack", "rucksack", "rucksak", "rukcsack")]
    [InlineData("soft", "hand weights", "hand weights", "handweights")]
    [InlineData("vague", "big bag", "big bag", "bigbag")]
    [InlineData("worn", "race vest", "race vest", "racevest")]
    [InlineData("pushed", "baby jogger", "baby jogger", "babyjogger")]
    [InlineData("dragged", "car tyre", "car tyre", "cartyre")]
    [InlineData("sure", "läufersäcke", "läufersäcke", "laeufersaecke", "laufersacke", "LÄUFERSÄCKE")]
    [InlineData("sure", "fußgewicht", "fußgewicht", "fussgewicht")]
    [InlineData("sure", "kürbissöckchen", "kuerbissoeckchen", "kurbissockchen")]
    [InlineData("sure", "weight[|ed] {vest}[|s]", "weight vest", "weight vests", "weighted vest", "weighted vests", "weight jacket", "weighted jackets", "weightedjackets")]
    public void Equipment_is_known_in_all_its_spellings(string certainty, string phrase, params string[] written)
    {
        var lexicon = Build($$"""{ "macros": { "vest": "[vest|jacket]" }, "equipment": { "vest": { "{{certainty}}": ["{{phrase}}"] } } }""");
        Assert.All(written, text => Assert.Equal(new LexiconEntry(Enum.Parse<Cue>(certainty, ignoreCase: true), EquipmentKind.Vest), Read(lexicon, text)));
    }

    [Theory]
    // Too short for slips, too long for them, or too many words.
    [InlineData("sure", "weight vest", "wight vest", "weight vesst", "weight", "vest", "weightvestx", "eightvest")]
    [InlineData("sure", "jackett", "jakcet")]
    [InlineData("sure", "jacket", "jackett", "jacet", "jakcet")]
    [InlineData("sure", "backpackrunningx", "backpakrunningx")]
    [InlineData("sure", "plate carrier vest", "platecarriervesst", "platecariervest", "plate vest")]
    [InlineData("sure", "one two three four", "onetwo three four", "one two threefour", "onetwothreefour")]
    [InlineData("soft", "hand weights", "handwieghts", "hand wieghts")]
    [InlineData("worn", "trailrunningvest", "trailruningvest")]
    [InlineData("pushed", "buggies", "bugies")]
    [InlineData("vague", "baggages", "bagages")]
    // Another letter in place of one, or another first letter, is another word.
    [InlineData("sure", "hanteln", "handeln", "anteln", "ahnteln")]
    [InlineData("sure", "10k vest", "10kvest")]
    public void Other_words_are_not_it(string certainty, string phrase, params string[] written)
    {
        var lexicon = Build($$"""{ "equipment": { "vest": { "{{certainty}}": ["{{phrase}}"] } } }""");
        Assert.NotNull(Read(lexicon, phrase));
        Assert.All(written, text => Assert.Null(Read(lexicon, text)));
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(14, true)]
    [InlineData(6, false)]
    [InlineData(15, false)]
    public void A_word_has_slips_from_seven_to_fourteen_letters(int letters, bool hasSlips)
    {
        var word = "bcdfghjklmnpqrs"[..letters];
        Assert.Equal(hasSlips, Read(Build($$"""{ "equipment": { "vest": { "sure": ["{{word}}"] } } }"""), word.Remove(3, 1)) is not null);
    }

    [Fact]
    public void A_slip_that_is_a_word_of_its_own_stays_that_word()
    {
        var lexicon = Build("""{ "equipment": { "vest": { "sure": ["hanteln"] } }, "cues": { "run": ["hantel"] } }""");
        Assert.Equal(new LexiconEntry(Cue.Run), Read(lexicon, "hantel"));
        Assert.Equal(EquipmentKind.Vest, Read(lexicon, "hateln")!.Kind);
    }

    [Theory]
    [InlineData("kilogram", Cue.Unit, 1)]
    [InlineData("pound", Cue.Unit, 0.45359237)]
    [InlineData("metricPound", Cue.Unit, 0.5)]
    [InlineData("gram", Cue.Gram, 0.001)]
    [InlineData("stone", Cue.Unit, 6.35029318)]
    [InlineData("pood", Cue.Unit, 16.380496)]
    public void A_unit_is_worth_its_kilograms(string name, object cue, double kilograms)
    {
        var entry = Read(Build($$"""{ "units": { "{{name}}": ["uu"] } }"""), "uu")!;
        Assert.Equal((Cue)cue, entry.Cues);
        Assert.Equal(kilograms, entry.Value, 1e-9);
    }

    [Fact]
    public void An_unknown_unit_is_refused_with_those_there_are() => Assert.Equal(
        "The lexicon has a unit \"ounce\"; expected kilogram, gram, pound, metricPound, stone or pood.",
        Assert.Throws<FormatException>(() => Build("""{ "units": { "ounce": ["oz"] } }""")).Message);

    [Fact]
    public void Words_that_are_no_equipment_are_not_written_in_one()
    {
        var lexicon = Build("""{ "cues": { "with": ["with my"] }, "numbers": { "seven": 7 }, "each": { "ankle_weights": ["per ankle"] } }""");
        Assert.Equal(new LexiconEntry(Cue.With), Read(lexicon, "with my"));
        Assert.Null(Read(lexicon, "withmy"));
        Assert.Equal(new LexiconEntry(Cue.Number, Value: 7), Read(lexicon, "seven"));
        Assert.Equal(new LexiconEntry(Cue.Each, EquipmentKind.AnkleWeights), Read(lexicon, "per ankle"));
        Assert.Null(Read(lexicon, "perankle"));
    }

    [Fact]
    public void A_phrase_of_two_languages_says_what_both_say()
    {
        var lexicon = Build(
            """{ "version": "7", "equipment": { "vest": { "worn": ["gilet"] } }, "numbers": { "six": 6 } }""",
            """{ "equipment": { "backpack": { "sure": ["gilet"] } }, "cues": { "run": ["six"] }, "numbers": { "six": 60 } }""");
        Assert.Equal(new LexiconEntry(Cue.Sure | Cue.Worn, EquipmentKind.Vest), Read(lexicon, "gilet"));
        Assert.Equal(new LexiconEntry(Cue.Number | Cue.Run, Value: 6), Read(lexicon, "six"));
        Assert.Equal("7", lexicon.Version);
    }

    [Fact]
    public void The_longest_phrase_is_found_or_the_longest_below_a_length()
    {
        var lexicon = Build("""{ "cues": { "run": ["a"], "plan": ["a b c"], "gym": ["b"] } }""");
        var tokens = Tokens(lexicon, "a b c");
        Assert.Equal((Cue.Plan, 3), Longest(lexicon, tokens, 0));
        Assert.Equal((Cue.Plan, 3), Longest(lexicon, tokens, 0, below: 4));
        Assert.Equal((Cue.Run, 1), Longest(lexicon, tokens, 0, below: 3));
        Assert.Equal((Cue.Run, 1), Longest(lexicon, tokens, 0, below: 2));
        Assert.Equal((Cue.None, 0), Longest(lexicon, tokens, 0, below: 1));
        Assert.Equal((Cue.Gym, 1), Longest(lexicon, tokens, 1));
        Assert.Equal((Cue.None, 0), Longest(lexicon, tokens, 2));
        Assert.Equal((Cue.Run, 1), Longest(lexicon, Tokens(lexicon, "a b"), 0));
        Assert.Equal((Cue.Run, 1), Longest(lexicon, Tokens(lexicon, "a unknown c"), 0));
        Assert.Equal((Cue.None, 0), Longest(lexicon, Tokens(lexicon, "unknown a"), 0));
    }

    [Fact]
    public void The_files_of_the_product_make_a_lexicon_that_decides_as_it_did()
    {
        // Read afresh, whatever this process had read before.
        var (lexicon, phrases) = (TaggingLexicon.Load(), TaggingLexicon.Instance);
        Assert.Equal(phrases.Version, lexicon.Version);
        foreach (var title in ComposedTitles.All().SelectMany(group => group.Titles))
        {
            var (fresh, known) = (Tokens(lexicon, title), Tokens(phrases, title));
            for (var at = 0; at < fresh.Length; at++)
                Assert.Equal(phrases.Phrases.Longest(known, at, out _), lexicon.Phrases.Longest(fresh, at, out _));
        }
    }

    private static TaggingLexicon Build(params string[] files)
    {
        var builder = new LexiconBuilder();
        foreach (var file in files)
            builder.Add(LexiconFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file))));

        return builder.Build();
    }

    /// <summary>What the whole text says as one phrase.</summary>
    private static LexiconEntry? Read(TaggingLexicon lexicon, string text)
    {
        var tokens = Tokens(lexicon, text);
        var entry = lexicon.Phrases.Longest(tokens, 0, out var length);
        return length == tokens.Length ? entry : null;
    }

    private static (Cue Cues, int Length) Longest(TaggingLexicon lexicon, Token[] tokens, int from, int below = int.MaxValue)
    {
        var entry = lexicon.Phrases.Longest(tokens, from, out var length, below);
        return (entry?.Cues ?? Cue.None, length);
    }

    private static Token[] Tokens(TaggingLexicon lexicon, string text)
    {
        var buffer = new TokenBuffer();
        lexicon.Tokenize(text, buffer);
        return buffer.Tokens.ToArray();
    }
}
