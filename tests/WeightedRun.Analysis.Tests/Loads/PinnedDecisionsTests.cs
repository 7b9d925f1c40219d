using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>
/// What the tagger makes of every labelled run of the project, to the letter: a change of a word list or a rule shows which runs it touches, and somebody
/// reads whether each is for the better. WRITE_DECISIONS=FILE writes what it makes now.
/// </summary>
public sealed class PinnedDecisionsTests
{
    [Fact]
    public void Every_labelled_run_is_decided_as_before_by_the_same_words()
    {
        string[] now = [.. LabelledRun.Own.Select(run => $"{run.Id}: {Text(LoadTagger.Decide(run.Input))}")];
        if (Environment.GetEnvironmentVariable("WRITE_DECISIONS") is { Length: > 0 } file)
            File.WriteAllLines(file, now);

        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Loads", "Examples", "decisions.txt")), now);
    }

    /// <summary>
    /// Thousands of titles that no person labelled: not whether they are right, but that a change of the tagger which was meant for one corner shows in which others
    /// it is felt. Each group of titles with one opening has the fingerprint of its decisions; WRITE_COMPOSED=FILE writes every title with its decision, to compare two versions.
    /// </summary>
    [Fact]
    public void Titles_put_together_from_parts_are_decided_as_before()
    {
        string[] now = [.. ComposedTitles.All().Select(group => $"{FingerprintOf(group.Titles)} {group.Titles.Length,4} {group.Group}")];
        if (Environment.GetEnvironmentVariable("WRITE_COMPOSED") is { Length: > 0 } file)
            File.WriteAllLines(file, now.Concat(ComposedTitles.All().SelectMany(group => group.Titles).Select(title => $"{title} => {Text(Decide(title))}")));

        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Loads", "Examples", "composed.txt")), now);
    }

    /// <summary>
    /// The corners of the grammar, each with what becomes of it: numbers beside other numbers, words whose order turns their meaning, several sources at once. Some are
    /// what nobody writes, and show what the tagger does when it does not understand. WRITE_CORNERS=FILE writes them with what it makes now.
    /// </summary>
    [Fact]
    public void Corners_of_the_grammar_are_decided_as_before()
    {
        var before = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Loads", "Examples", "corners.txt"));
        string[] now = [.. before.Select(line => line.Split(" => ")[0]).Select(input => $"{input} => {Text(LoadTagger.Decide(CornerCase.Read(input)))}")];
        if (Environment.GetEnvironmentVariable("WRITE_CORNERS") is { Length: > 0 } file)
            File.WriteAllLines(file, now);

        Assert.Equal(before, now);
    }

    private static string FingerprintOf(string[] titles) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', titles.Select(title => Text(Decide(title)))))).AsSpan(0, 6));

    private static TagDecision Decide(string title) => LoadTagger.Decide(new TaggerInput { Sport = Sport.Run, Title = title });

    private static string Text(TagDecision decision) => string.Join(" | ", ((string?[])
    [
        decision.Outcome.ToString(),
        string.Join(" + ", decision.Pieces.Select(piece => $"{piece.Kind} {piece.Mass?.Kilograms.ToString("0.###", CultureInfo.InvariantCulture) ?? "?"}")),
        decision.LoadText,
        decision.Questions.Count == 0 ? null : $"asks {string.Join(", ", decision.Questions)}",
        decision.SuggestedLoad is { } suggested ? string.Create(CultureInfo.InvariantCulture, $"suggests {suggested.Kilograms:0.###}") : null,
        decision.IsAboutUsualBag ? "usual bag" : null,
        $"by {decision.Source}",
        .. decision.Evidence.Select(word => $"{word.Field} {word.Start}+{word.Length} {word.Rule} \"{word.Text}\""),
        decision.Cues.Count == 0 ? null : $"cues {string.Join(", ", decision.Cues)}",
    ]).Where(part => !string.IsNullOrEmpty(part)));
}
