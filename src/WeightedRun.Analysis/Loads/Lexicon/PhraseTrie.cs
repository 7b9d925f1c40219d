using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>All phrases as one tree of words; the longest one that begins at a token is found in as many steps as it has words.</summary>
internal sealed class PhraseTrie
{
    // About what the lexicon comes to.
    private const int Room = 45_000;

    private readonly List<LexiconEntry?> _entries = new(Room) { null };
    private readonly Dictionary<long, int> _steps = new(Room);
    private int[] _first = [];

    public void Add(ReadOnlySpan<int> words, LexiconEntry entry)
    {
        var node = 0;
        foreach (var word in words)
        {
            if (_steps.TryGetValue(Step(node, word), out var next))
            {
                node = next;
                continue;
            }

            _entries.Add(null);
            _steps[Step(node, word)] = node = _entries.Count - 1;
        }

        _entries[node] = _entries[node]?.With(entry) ?? entry;
    }

    /// <summary>First steps are by far the most: they get a table.</summary>
    public void Close(int words)
    {
        _first = new int[words];
        foreach (var (step, node) in _steps)
        {
            if (step >> 32 == 0)
                _first[(int)step] = node;
        }
    }

    /// <summary>The longest phrase from a token on that is shorter than <paramref name="below"/> tokens; null when there is none.</summary>
    public LexiconEntry? Longest(ReadOnlySpan<Token> tokens, int from, out int length, int below = int.MaxValue)
    {
        length = 0;
        if (tokens[from].Word < 0)
            return null;

        LexiconEntry? found = null;
        var node = _first[tokens[from].Word];
        for (var at = from; node > 0 && at - from + 1 < below; node = Next(node, tokens[at]))
        {
            at++;
            if (_entries[node] is { } entry)
                (found, length) = (entry, at - from);

            if (at == tokens.Length)
                break;
        }

        return found;
    }

    private int Next(int node, in Token token) => token.Word >= 0 && _steps.TryGetValue(Step(node, token.Word), out var next) ? next : 0;

    private static long Step(int node, int word) => ((long)node << 32) | (uint)word;
}
