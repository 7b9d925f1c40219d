using WeightedRun.Analysis.Loads.Grammar;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Clauses;

/// <summary>Everything in a text that names equipment or weight, in order.</summary>
internal static class MentionFinder
{
    public static List<Mention> Find(ReadText text, List<Clause> clauses)
    {
        var mentions = new List<Mention>();
        var hashtagUntil = 0;
        foreach (var clause in clauses)
        {
            for (var at = clause.Start; at < clause.End; at++)
            {
                if (ReadText.IsHashtag(text.Tokens, at) && Hashtags.Find(Word(text, at + 1)) is { } documented)
                {
                    mentions.Add(new Mention { Start = at, End = at + 2, Clause = clause, Certainty = documented == EquipmentKind.Unknown ? Cue.Generic : Cue.Sure, Kind = documented, IsHashtag = true });
                    hashtagUntil = at + 2;
                    continue;
                }

                if (at < hashtagUntil || text.StartingAt(at) is not { } phrase || !phrase.Has(Cue.Mention))
                    continue;

                mentions.Add(new Mention { Start = at, End = phrase.End, Clause = clause, Certainty = CertaintyOf(phrase.Entry), Kind = phrase.Entry.Kind ?? KindOf(phrase.Entry) });
            }
        }

        return mentions;
    }

    /// <summary>Whether the text holds the hashtag that says no.</summary>
    public static int? SaysNo(ReadText text)
    {
        for (var at = 0; at + 1 < text.Tokens.Length; at++)
        {
            if (ReadText.IsHashtag(text.Tokens, at) && Hashtags.SaysNo(Word(text, at + 1)))
                return at;
        }

        return null;
    }

    // The surest reading of a phrase that two languages know.
    private static Cue CertaintyOf(LexiconEntry entry)
    {
        Cue[] order = [Cue.Sure, Cue.Soft, Cue.Pushed, Cue.Worn, Cue.Generic, Cue.Murph, Cue.Dragged, Cue.Vague, Cue.Carried, Cue.Extra];
        return Array.Find(order, cue => entry.Has(cue));
    }

    private static EquipmentKind KindOf(LexiconEntry entry) => entry.Has(Cue.Murph) ? EquipmentKind.Vest : EquipmentKind.Unknown;

    private static ReadOnlySpan<char> Word(ReadText text, int at) => text.Original.AsSpan(text.Tokens[at].Start, text.Tokens[at].End - text.Tokens[at].Start);
}
