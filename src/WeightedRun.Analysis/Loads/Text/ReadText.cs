using WeightedRun.Analysis.Loads.Lexicon;

namespace WeightedRun.Analysis.Loads.Text;

/// <summary>A phrase of the lexicon found in a text: tokens <c>[Start, End)</c>.</summary>
internal readonly record struct Phrase(int Start, int End, LexiconEntry Entry)
{
    public bool Has(Cue cue) => Entry.Has(cue);
}

/// <summary>A text cut into tokens, with the phrases found in it; phrases never overlap, the longer one wins.</summary>
internal sealed class ReadText
{
    public ReadText(string original, TokenBuffer tokens, TaggingLexicon lexicon)
    {
        Original = original;
        Tokens = tokens.Tokens.ToArray();
        Phrases = Find(Tokens, lexicon);
        PhraseAt = new int[Tokens.Length];
        Array.Fill(PhraseAt, -1);
        for (var i = 0; i < Phrases.Count; i++)
            Array.Fill(PhraseAt, i, Phrases[i].Start, Phrases[i].End - Phrases[i].Start);
    }

    public string Original { get; }

    public Token[] Tokens { get; }

    public List<Phrase> Phrases { get; }

    /// <summary>Per token the phrase that covers it, or -1.</summary>
    public int[] PhraseAt { get; }

    public bool Has(int token, Cue cue) => token >= 0 && token < Tokens.Length && PhraseAt[token] >= 0 && Phrases[PhraseAt[token]].Has(cue);

    /// <summary>The phrase that begins at a token.</summary>
    public Phrase? StartingAt(int token) => PhraseAt[token] >= 0 && Phrases[PhraseAt[token]] is var phrase && phrase.Start == token ? phrase : null;

    /// <summary>The words of tokens as written.</summary>
    public string Written(int start, int end) => Original[Tokens[start].Start..Tokens[end - 1].End];

    /// <summary>Whether a text can say anything at all; costs one walk and allocates nothing.</summary>
    public static bool HasAnchor(TokenBuffer tokens, TaggingLexicon lexicon)
    {
        var all = tokens.Tokens;
        for (var i = 0; i < all.Length;)
        {
            var entry = lexicon.Phrases.Longest(all, i, out var length);
            if (entry?.Has(Cue.Anchor) == true || IsPounds(all, i) || IsHashtag(all, i))
                return true;

            i += Math.Max(length, 1);
        }

        return false;
    }

    /// <summary>"20#": pounds, as opposed to "#20".</summary>
    public static bool IsPounds(ReadOnlySpan<Token> tokens, int at) => at > 0 && tokens[at].IsSign('#') && tokens[at].IsGlued && tokens[at - 1].Kind == TokenKind.Number;

    /// <summary>"#vest": a word right behind the sign.</summary>
    public static bool IsHashtag(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at].IsSign('#') && tokens[at + 1] is { Kind: TokenKind.Word, IsGlued: true, Word: >= 0 };

    private static List<Phrase> Find(ReadOnlySpan<Token> tokens, TaggingLexicon lexicon)
    {
        var found = new List<Phrase>();
        for (var at = 0; at < tokens.Length;)
        {
            var entry = lexicon.Phrases.Longest(tokens, at, out var length);

            // "with weights vest", "avec gilet lesté": a longer or surer phrase that begins inside this one is the better reading.
            for (var inside = at + 1; entry is not null && length > 1 && inside < at + length; inside++)
            {
                var other = lexicon.Phrases.Longest(tokens, inside, out var longer);
                if (longer > length || (inside + longer > at + length && other!.Has(Cue.Sure) && !entry.Has(Cue.Sure)))
                    entry = lexicon.Phrases.Longest(tokens, at, out length, below: inside - at + 1);
            }

            if (entry is not null)
                found.Add(new Phrase(at, at + length, entry));

            at += Math.Max(length, 1);
        }

        return found;
    }
}
