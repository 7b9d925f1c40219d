using WeightedRun.Analysis.Loads.Text;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>Collects the phrases of all files, in every way they may be written, and makes the lexicon of them.</summary>
internal sealed class LexiconBuilder
{
    private const double KilogramsPerStone = 14 * Mass.KilogramsPerPound;
    private const double KilogramsPerPood = 16.380496;

    // A longer phrase is a sentence: nobody writes it in one word.
    private const int MaxJoinedWords = 3;

    private static readonly Dictionary<string, EquipmentKind> Kinds = Enum.GetValues<EquipmentKind>().ToDictionary(EquipmentNames.Of, StringComparer.Ordinal);

    private readonly Vocabulary _vocabulary = new();
    private readonly PhraseTrie _phrases = new();
    private readonly TokenBuffer _tokens = new();
    private readonly HashSet<int> _longWords = [];
    private string _version = "";

    public void Add(LexiconFile file)
    {
        _version = file.Version ?? _version;
        foreach (var (kind, certainties) in file.Equipment)
        {
            foreach (var (certainty, patterns) in certainties)
                Add(file, patterns, new LexiconEntry(Enum.Parse<Cue>(certainty, ignoreCase: true), Kinds[kind]));
        }

        foreach (var (cue, patterns) in file.Cues)
            Add(file, patterns, new LexiconEntry(Enum.Parse<Cue>(cue, ignoreCase: true)));

        foreach (var (kind, patterns) in file.Each)
            Add(file, patterns, new LexiconEntry(Cue.Each, Kinds[kind]));

        foreach (var (unit, patterns) in file.Units)
            Add(file, patterns, UnitOf(unit));

        foreach (var (number, value) in file.Numbers)
            Add(file, [number], new LexiconEntry(Cue.Number, Value: value));
    }

    public TaggingLexicon Build()
    {
        _phrases.Close(_vocabulary.Count);
        _vocabulary.Close([.. _longWords.SelectMany(word => TypingErrors.Of(_vocabulary[word]).Select(slip => (slip, word)))]);
        return new TaggingLexicon(_version, _vocabulary, _phrases);
    }

    private static LexiconEntry UnitOf(string name) => name switch
    {
        "kilogram" => new LexiconEntry(Cue.Unit, Value: 1),
        "pound" => new LexiconEntry(Cue.Unit, Value: Mass.KilogramsPerPound),
        "metricPound" => new LexiconEntry(Cue.Unit, Value: 0.5),
        "gram" => new LexiconEntry(Cue.Gram, Value: 0.001),
        "stone" => new LexiconEntry(Cue.Unit, Value: KilogramsPerStone),
        "pood" => new LexiconEntry(Cue.Unit, Value: KilogramsPerPood),
        _ => throw new FormatException($"The lexicon has a unit \"{name}\"; expected kilogram, gram, pound, metricPound, stone or pood."),
    };

    private void Add(LexiconFile file, string[] patterns, LexiconEntry entry)
    {
        var isEquipment = entry.Has(Cue.Sure | Cue.Soft | Cue.Vague | Cue.Worn | Cue.Pushed | Cue.Dragged | Cue.Generic | Cue.Idiom);
        foreach (var phrase in patterns.SelectMany(pattern => PhraseExpander.Expand(pattern, file.Macros)).SelectMany(Spellings))
        {
            var words = Numbered(phrase);
            foreach (var written in isEquipment ? Joined(words) : [words])
            {
                _phrases.Add(written, entry);
                if (entry.Has(Cue.Sure | Cue.Generic) && words.Length < 3 || entry.Has(Cue.Soft) && words.Length == 1)
                    _longWords.UnionWith(written.Where(word => _vocabulary[word].Length is >= TypingErrors.MinLength and <= TypingErrors.MaxLength));
            }
        }
    }

    /// <summary>As it stands, and with each umlaut as its two letters.</summary>
    private static IEnumerable<string> Spellings(string phrase) =>
        phrase.AsSpan().IndexOfAny('ä', 'ö', 'ü') < 0
            ? [phrase]
            : [phrase, phrase.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)];

    /// <summary>Cut into words exactly as a text is, so that what the file says is found however it is hyphenated.</summary>
    private int[] Numbered(string phrase)
    {
        _tokens.Clear();
        new Tokenizer(phrase, _vocabulary, _tokens, stackalloc char[TaggingLexicon.MaxWord]).Run();
        var words = _tokens.Tokens.ToArray();
        return Array.TrueForAll(words, word => word.Word >= 0) ? [.. words.Select(word => word.Word)] : throw new FormatException($"The lexicon phrase \"{phrase}\" holds a sign; words and numbers alone can be matched.");
    }

    /// <summary>"weight vest" is also written "weightvest".</summary>
    private IEnumerable<int[]> Joined(int[] words)
    {
        if (words.Length is 1 or > MaxJoinedWords || Array.Exists(words, word => !_vocabulary[word].All(char.IsLetter)))
            return [words];

        return
        [
            words,
            [.. words[..^2], OneWord(words[^2], words[^1])],
            .. words.Length == 2 ? [] : new int[][] { [OneWord(words[0], words[1]), words[2]], [OneWord(words)] },
        ];
    }

    private int OneWord(params ReadOnlySpan<int> words)
    {
        var written = "";
        foreach (var word in words)
            written += _vocabulary[word];

        return _vocabulary.Find(written);
    }
}
