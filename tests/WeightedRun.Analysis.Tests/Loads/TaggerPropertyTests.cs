using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>What must hold for every labelled run however it is written, and for any text at all.</summary>
public sealed class TaggerPropertyTests
{
    private static readonly string[] Titles = [.. LabelledRun.Own.Where(run => run.SportType is null or "Run" && run.Title is not null).Select(run => run.Title!)];

    private static readonly string[] Negations = ["without", "no", "not wearing", "forgot the", "ohne", "keine", "sin", "sans", "pas de", "senza", "sem", "zonder", "geen"];

    private static readonly string[] UnrelatedClauses =
    [
        ", sunny and windy", ". Legs felt great", " - 4:52/km", ", herrliches Wetter", ". Heute war es schön", ", mucho viento", ". Qué calor", ", beau temps", ". Belle lumière", ", che caldo", ". Bel tramonto", ", muito vento", ". Que calor",
        ", mooi weer", ". Lekker weer", "; coffee was good", "\nAverage heart rate 142 bpm",
    ];

    [Property(MaxTest = 5000)]
    public Property A_negation_before_the_equipment_never_leaves_a_firm_tag() => Prop.ForAll(Gen.Elements(Titles).ToArbitrary(), Gen.Elements(Negations).ToArbitrary(), (title, negation) =>
    {
        var decision = Decide(title);
        if (decision.Outcome != TagOutcome.Weighted || decision.Evidence.Count != 1 || decision.Pieces.Count > 1)
            return true;

        var negated = title.Insert(decision.Evidence[0].Start, negation + " ");
        return Decide(negated).Outcome != TagOutcome.Weighted;
    });

    [Property(MaxTest = 5000)]
    public Property Case_accents_hyphens_spaces_and_normalisation_change_nothing() => Prop.ForAll(Gen.Elements(Titles).ToArbitrary(), Gen.Elements(Writings).ToArbitrary(), (title, writing) =>
        Same(Decide(title), Decide(writing(title))).Label($"{title} -> {writing(title)}"));

    [Property(MaxTest = 5000)]
    public Property An_unrelated_clause_changes_nothing() => Prop.ForAll(Gen.Elements(Titles).ToArbitrary(), Gen.Elements(UnrelatedClauses).ToArbitrary(), (title, clause) =>
        Same(Decide(title), Decide(title + clause)).Label(title + clause));

    [Property(MaxTest = 2000)]
    public bool No_text_throws_and_all_evidence_is_where_it_says(string? text) => Decide(text ?? "").Evidence.All(evidence => evidence.Length == 0 || text!.Substring(evidence.Start, evidence.Length) == evidence.Text);

    [Property(MaxTest = 300)]
    public Property No_mixture_of_cues_throws_or_is_slow() => Prop.ForAll(Fragments(), text =>
    {
        var decision = Decide(text);
        var allowed = 5.0 * Math.Max(1, Encoding.UTF8.GetByteCount(text) / 1024.0);
        var taken = Fastest(text, allowed);
        return (taken <= allowed && decision.Evidence.All(evidence => text.Substring(evidence.Start, evidence.Length) == evidence.Text)).Label($"{taken:0.0} ms for {text.Length} characters");
    });

    /// <summary>The collector or another process may take the processor away in the middle; it does not do so five times in a row.</summary>
    private static double Fastest(string text, double enough)
    {
        var fastest = double.MaxValue;
        for (var i = 0; i < 5 && fastest > enough; i++)
        {
            var clock = Stopwatch.StartNew();
            Decide(text);
            fastest = Math.Min(fastest, clock.Elapsed.TotalMilliseconds);
        }

        return fastest;
    }

    [Theory]
    [InlineData("vest 10 kg ")]
    [InlineData("no ")]
    [InlineData("2 ")]
    [InlineData("2 x ")]
    [InlineData("tomorrow vest, ")]
    [InlineData("with with without ")]
    [InlineData("#vest10kg ")]
    [InlineData("10 kg? ")]
    [InlineData("Gewichtsweste ")]
    [InlineData("((((")]
    [InlineData("é́́")]
    [InlineData("\uD83E")]
    [InlineData("𝟏𝟎 𝐤𝐠 ")]
    [InlineData("重り付きベスト ")]
    public void The_same_words_a_hundred_thousand_times_are_read_in_good_time(string words)
    {
        var text = string.Concat(Enumerable.Repeat(words, 100_000 / words.Length));
        Decide(text);
        var allowed = 5.0 * Encoding.UTF8.GetByteCount(text) / 1024;
        Assert.InRange(Fastest(text, allowed), 0, allowed);
    }

    private static Arbitrary<string> Fragments()
    {
        string[] fragments =
        [
            "vest", "10", "kg", "lb", "#", "ruck", "without", "ohne", "tomorrow", "Gewichtsweste", ",", ".", ":", "?", "(", ")", "2x", "/", "-", "each", "total", "passed a guy", "like a", "after", "squats", "mochila", "gilet lesté", "zaino",
            "🎒", "🦺", "½", "\u0301", "\u200D", "\uD800", "ＶＥＳＴ", "١٢", "\n", "w/", "w/o", "from", "to", "now", "was", "new", "with", "murph", "rx", "\0", "重り", "жилет",
        ];
        return Gen.Elements(fragments).ListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();
    }

    private static readonly Func<string, string>[] Writings =
    [
        title => title.ToUpperInvariant(),
        title => title.ToLowerInvariant(),
        title => title.Normalize(NormalizationForm.FormD),
        title => title.Normalize(NormalizationForm.FormKC),
        WithoutAccents,
        title => title.Replace(" ", "  ", StringComparison.Ordinal),
        title => title.Replace(' ', '\u00A0'),
        title => $"  {title} ",
        JoinedByHyphens,
        title => string.Concat(title.Select(c => c is > ' ' and < '\u007F' && char.IsLetterOrDigit(c) ? (char)(c + 0xFEE0) : c)),
    ];

    private static string WithoutAccents(string title) =>
        string.Concat(title.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Normalize();

    // "weight vest" as "weight-vest"; hyphens already there as blanks.
    private static string JoinedByHyphens(string title)
    {
        var written = new StringBuilder(title);
        for (var i = 1; i < title.Length - 1; i++)
        {
            if (title[i] is ' ' or '-' && char.IsLetter(title[i - 1]) && char.IsLetter(title[i + 1]))
                written[i] = title[i] == ' ' ? '-' : ' ';
        }

        return written.ToString();
    }

    private static bool Same(TagDecision left, TagDecision right) => left.Outcome == right.Outcome && left.TotalLoad == right.TotalLoad && left.Pieces.SequenceEqual(right.Pieces);

    private static TagDecision Decide(string title) => LoadTagger.Decide(new TaggerInput { Sport = Sport.Run, Title = title });
}
