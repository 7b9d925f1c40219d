using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>The words of all languages, always all of them: runners mix. Read once, from the files beside this one.</summary>
internal sealed class TaggingLexicon(string version, Vocabulary vocabulary, PhraseTrie phrases)
{
    /// <summary>A longer word is no word of the lexicon.</summary>
    public const int MaxWord = 48;

    private static readonly Lazy<TaggingLexicon> Embedded = new(Load);

    public static TaggingLexicon Instance => Embedded.Value;

    /// <summary>Stored with every tag, so that an older one can be told from a newer one.</summary>
    public string Version => version;

    public PhraseTrie Phrases => phrases;

    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        tokens.Clear();
        new Tokenizer(text, vocabulary, tokens, stackalloc char[MaxWord]).Run();
    }

    internal static TaggingLexicon Load()
    {
        var assembly = typeof(TaggingLexicon).Assembly;
        var builder = new LexiconBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var json = assembly.GetManifestResourceStream(name)!;
            builder.Add(LexiconFile.Read(json));
        }

        return builder.Build();
    }
}
