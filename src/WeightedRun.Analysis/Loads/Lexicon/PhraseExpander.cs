namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>
/// Expands the shorthand of the lexicon files: <c>weight[|ed] vest[|s]</c> is four phrases, <c>{lauf}</c> stands for the macro of that name.
/// </summary>
internal static class PhraseExpander
{
    public static IEnumerable<string> Expand(string pattern, IReadOnlyDictionary<string, string> macros)
    {
        foreach (var (name, value) in macros)
            pattern = pattern.Replace($"{{{name}}}", value, StringComparison.Ordinal);

        return Alternatives(pattern).Select(phrase => phrase.Trim()).Where(phrase => phrase.Length > 0);
    }

    private static IEnumerable<string> Alternatives(string pattern)
    {
        var open = pattern.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
            return [pattern];

        var close = Closing(pattern, open);
        var tails = Alternatives(pattern[(close + 1)..]).ToList();
        return Split(pattern[(open + 1)..close]).SelectMany(Alternatives).SelectMany(middle => tails.Select(tail => pattern[..open] + middle + tail));
    }

    private static int Closing(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            depth += pattern[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        throw new FormatException($"The lexicon phrase \"{pattern}\" opens a bracket that it does not close.");
    }

    private static List<string> Split(string alternatives)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < alternatives.Length; i++)
        {
            depth += alternatives[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (alternatives[i] != '|' || depth > 0)
                continue;

            parts.Add(alternatives[start..i]);
            start = i + 1;
        }

        parts.Add(alternatives[start..]);
        return parts;
    }
}
