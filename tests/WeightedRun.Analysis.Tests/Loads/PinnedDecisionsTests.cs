using System.Globalization;
using WeightedRun.Analysis.Loads;

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
