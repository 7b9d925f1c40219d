using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Clauses;

/// <summary>Cuts a text into clauses at punctuation, and before "then", "but" and their like in all languages.</summary>
internal static class ClauseSplitter
{
    // Nobody says one thing in more words; keeps every look around a word short, whatever the text.
    private const int MaxTokens = 48;

    private const string SentenceEnds = ".!?;|\n•·";
    private const string ClauseEnds = ",:()[]{}—+&/=*~<>@\\";

    public static List<Clause> Split(ReadText text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        var sentence = 0;
        var openedBy = ' ';
        var isWord = false;
        for (var at = 0; at < text.Tokens.Length; at++)
        {
            if (at > start && text.StartingAt(at)?.Has(Cue.Then) == true)
            {
                Close(at);
                (start, openedBy, isWord) = (at, ' ', true);
            }

            if (at - start >= MaxTokens && (text.PhraseAt[at] < 0 || text.StartingAt(at) is not null))
            {
                Close(at);
                (start, openedBy, isWord) = (at, ' ', false);
            }

            if (text.Tokens[at].Kind != TokenKind.Sign || !Parts(text, at, out var isSentence))
                continue;

            Close(at);
            for (var asked = clauses.Count - 1; text.Tokens[at].Sign == '?' && asked >= 0 && clauses[asked].Sentence == sentence; asked--)
                clauses[asked].IsQuestion = true;

            sentence += isSentence ? 1 : 0;
            (start, openedBy, isWord) = (at + 1, text.Tokens[at].Sign, false);
        }

        Close(text.Tokens.Length);
        return clauses;

        void Close(int end)
        {
            if (end > start)
                clauses.Add(new Clause { Index = clauses.Count, Start = start, End = end, Sentence = sentence, OpenedBy = openedBy, IsOpenedByWord = isWord || text.StartingAt(start)?.Has(Cue.Then) == true, Phrases = PhrasesOf(text, start, end) });
        }
    }

    private static Range PhrasesOf(ReadText text, int start, int end)
    {
        while (start < end && text.PhraseAt[start] < 0)
            start++;

        while (end > start && text.PhraseAt[end - 1] < 0)
            end--;

        return start == end ? default : text.PhraseAt[start]..(text.PhraseAt[end - 1] + 1);
    }

    private static bool Parts(ReadText text, int at, out bool isSentence)
    {
        var sign = text.Tokens[at].Sign;
        isSentence = SentenceEnds.Contains(sign, StringComparison.Ordinal);
        var next = at + 1 < text.Tokens.Length ? text.Tokens[at + 1] : default;
        var isInside = text.Tokens[at].IsGlued && at + 1 < text.Tokens.Length && next.IsGlued;
        switch (sign)
        {
            // "20lb. ruck", "ca. 10 kg": an abbreviation, not an end.
            case '.' when text.Has(at - 1, Cue.Unit | Cue.Gram):
                isSentence = next.IsSign('\n');
                return true;
            case '.' when text.Has(at - 1, Cue.Filler) && next.Kind == TokenKind.Number:
                return false;

            // "9:30", "20/5", "2*1", "kg/lb"
            case ':' or '*' when isInside && text.Tokens[at - 1].Kind == TokenKind.Number:
            case '/' when isInside:
                return false;
            case '*' when next.Kind == TokenKind.Number && at > 0 && text.Tokens[at - 1].Kind == TokenKind.Number:
                return false;
            default:
                return isSentence || ClauseEnds.Contains(sign, StringComparison.Ordinal);
        }
    }
}
