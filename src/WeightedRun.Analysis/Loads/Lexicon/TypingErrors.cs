namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>
/// The commonest slips in a long word: a letter left out, doubled, or swapped with its neighbour. Never the first letter, never another letter
/// in its place: "handeln" is no "Hanteln", "trucking" no "rucking".
/// </summary>
internal static class TypingErrors
{
    /// <summary>Shorter words are one slip away from too many real ones.</summary>
    public const int MinLength = 7;

    /// <summary>Longer ones are compounds of compounds; their slips are too rare to carry around.</summary>
    public const int MaxLength = 14;

    public static IEnumerable<string> Of(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            yield return word.Insert(i, word[i..(i + 1)]);
            if (i + 1 < word.Length && word[i] != word[i + 1])
                yield return $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
        }
    }
}
