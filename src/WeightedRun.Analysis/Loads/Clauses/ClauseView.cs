using System.Runtime.InteropServices;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Clauses;

/// <summary>Questions about the words of one text: which cues stand where, and what lies between.</summary>
internal sealed class ClauseView(ReadText text, List<Clause> clauses)
{
    // Part of a load or of the noun phrase around equipment: "without my old 10 kg vest" is without the vest.
    private const Cue Light = Cue.Filler | Cue.Unit | Cue.Gram | Cue.Number | Cue.Mention | Cue.New;

    public ReadText Text => text;

    public IReadOnlyList<Clause> Clauses => clauses;

    public ReadOnlySpan<Phrase> PhrasesOf(Clause clause) => CollectionsMarshal.AsSpan(text.Phrases)[clause.Phrases];

    /// <summary>The first phrase of a clause that carries a cue.</summary>
    public Phrase? First(Clause clause, Cue cue)
    {
        foreach (var phrase in PhrasesOf(clause))
        {
            if (phrase.Has(cue))
                return phrase;
        }

        return null;
    }

    public bool Any(Clause clause, Cue cue) => First(clause, cue) is not null;

    /// <summary>Any phrase with the cue in tokens <c>[start, end)</c>.</summary>
    public bool AnyBetween(int start, int end, Cue cue)
    {
        for (var at = start; at < end; at++)
        {
            if (text.Has(at, cue))
                return true;
        }

        return false;
    }

    /// <summary>How many words in <c>[start, end)</c> mean something of their own.</summary>
    public int ContentWords(int start, int end)
    {
        var count = 0;
        for (var at = start; at < end; at++)
        {
            if (text.Tokens[at].Kind == TokenKind.Word && !text.Has(at, Light | Cue.With))
                count++;
        }

        return count;
    }

    /// <summary>How many words and numbers in <c>[start, end)</c>.</summary>
    public int Words(int start, int end)
    {
        var count = 0;
        for (var at = start; at < end; at++)
            count += text.Tokens[at].Kind == TokenKind.Sign ? 0 : 1;

        return count;
    }

    /// <summary>"without pause with a vest": another word's complement ends before a "with".</summary>
    public bool EndsBeforeWith(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text.Has(at, Cue.With) && !text.Has(at, Cue.Filler) && ContentWords(start, at) > 0)
                return true;
        }

        return false;
    }

    /// <summary>Words between two token ranges, whichever comes first.</summary>
    public int Distance(int start, int end, int otherStart, int otherEnd) => end <= otherStart ? Words(end, otherStart) : Words(otherEnd, start);
}
