namespace WeightedRun.Analysis.Loads.Text;

/// <summary>
/// The words that occur in any phrase of the lexicon, numbered. Learns every word it is asked for while the lexicon is built;
/// from then on what it does not know is -1 and costs one look.
/// </summary>
internal sealed class Vocabulary
{
    // About what the lexicon comes to: growing tables took a third of its loading time.
    private const int Room = 70_000;

    private readonly Dictionary<string, int> _numbers = new(Room, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [];
    private bool _isLearning = true;

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _words.Count;

    public string this[int number] => _words[number];

    public int Find(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var number))
            return number;

        if (!_isLearning)
            return -1;

        var learnt = word.ToString();
        _numbers[learnt] = _words.Count;
        _words.Add(learnt);
        return _words.Count - 1;
    }

    /// <summary>Learns no more words, but other ways to write them; a word that is known keeps its own meaning.</summary>
    public void Close(IEnumerable<(string Written, int Meant)> otherWays)
    {
        _isLearning = false;
        foreach (var (written, meant) in otherWays)
            _numbers.TryAdd(written, meant);
    }
}
