using WeightedRun.Analysis.Loads.Clauses;
using WeightedRun.Analysis.Loads.Grammar;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>Reads one text: tokens, phrases, clauses, loads, mentions; then what they come to.</summary>
internal static class FieldReader
{
    // Longer than any title or description may be; what lies beyond is not read.
    private const int MaxLength = 20_000;

    [ThreadStatic]
    private static TokenBuffer? _tokens;

    /// <summary>Null when the text holds no cue at all, which is most texts; that costs no allocation.</summary>
    public static FieldReading? Read(TagField field, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        var lexicon = TaggingLexicon.Instance;
        var tokens = _tokens ??= new TokenBuffer();
        lexicon.Tokenize(text.AsSpan(0, Math.Min(text.Length, MaxLength)), tokens);
        return ReadText.HasAnchor(tokens, lexicon) ? Read(field, new ReadText(text, tokens, lexicon)) : null;
    }

    private static FieldReading? Read(TagField field, ReadText text)
    {
        var clauses = ClauseSplitter.Split(text);
        var view = new ClauseView(text, clauses);
        var mentions = MentionFinder.Find(text, clauses);
        var judge = new MentionJudge(view);
        mentions.ForEach(judge.Judge);
        var loads = new LoadReader(text).Read();
        if (mentions.Count == 0 && loads.Count == 0 && MentionFinder.SaysNo(text) is null)
            return null;

        var clauseOf = new Clause[text.Tokens.Length];
        foreach (var clause in clauses)
            Array.Fill(clauseOf, clause, clause.Start, clause.End - clause.Start);

        loads.RemoveAll(load => clauseOf[load.Start] is null);
        if (loads.Count > 0)
            new LoadAssignment(view, loads, mentions, clauseOf).Assign();

        return new FieldVerdict(field, view, mentions, loads, clauseOf).Conclude();
    }
}
