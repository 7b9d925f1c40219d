using WeightedRun.Analysis.Loads.Clauses;
using WeightedRun.Analysis.Loads.Grammar;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>Makes pieces of mentions: kind, total mass, and the exact words as evidence.</summary>
internal sealed class PieceReader(TagField field, ClauseView view, Clause[] clauseOf)
{
    // Nobody runs with more on one ankle or wrist.
    private const double MaxLimbKilograms = 5;

    public ReadPiece Of(Mention mention)
    {
        var load = mention.Load;
        var kind = mention.Kind;
        if (kind == EquipmentKind.Unknown && load?.EachKind is { } named)
            kind = named;

        var isPaired = kind.IsOnLimb() || kind is EquipmentKind.Unknown or EquipmentKind.WeightPlate;
        if (load is { Count: 1, IsTotal: false } && CountBefore(mention) is { } count)
            load.Count = count;

        var rule = RuleOf(mention);
        return new ReadPiece(kind, load?.Total(isPaired), load is null ? null : view.Text.Written(load.Start, load.End), EvidenceOf(mention, rule), CueOf(mention, rule))
        {
            IsTotal = load?.IsTotal == true,
            IsLoadAmbiguous = load is not null && (load.IsAmbiguous || view.AnyBetween(mention.Start, mention.End, Cue.Shared) || (kind.IsOnLimb() && (load is { Count: 1, IsEach: false, IsTotal: false } || load.Piece?.Kilograms > MaxLimbKilograms))),
            IsPartly = IsPartly(mention.Clause),
            IsAlternative = IsBesideOr(mention),
            BareNumber = load is null ? BareNumberBeside(mention) : null,
        };
    }

    public ReadPiece OfLoad(StatedLoad load, EquipmentKind kind, string rule) =>
        new(kind, load.Total(isPaired: true), view.Text.Written(load.Start, load.End), [Evidence(load.Start, load.End, rule)], rule)
        {
            IsLoadAmbiguous = load.IsAmbiguous,
            IsPartly = view.Any(clauseOf[load.Start], Cue.Partly),
        };

    public ReadPiece MurphAsPrescribed(Mention mention) =>
        new(EquipmentKind.Vest, Mass.FromPounds(20), null, [Evidence(mention.Start, mention.End, "murph-as-prescribed")], "murph-as-prescribed") { IsLoadAmbiguous = true };

    public ReadPiece Pushed(Mention mention) => new(mention.Kind, null, null, [Evidence(mention.Start, mention.End, "not-carried")], CueOf(mention, "not-carried"));

    public ReadPiece Denied(Mention mention)
    {
        var (rule, start, end) = mention.Against!.Value;
        return new ReadPiece(mention.Kind, null, null, [Evidence(mention.Start, mention.End, rule), Evidence(start, end, rule)], CueOf(mention, rule));
    }

    public TagEvidence Evidence(int start, int end, string rule)
    {
        var text = view.Text.Written(start, end);
        return new TagEvidence(field, view.Text.Tokens[start].Start, text.Length, text, rule);
    }

    private List<TagEvidence> EvidenceOf(Mention mention, string rule)
    {
        var evidence = mention.Load switch
        {
            null => [Evidence(mention.Start, mention.End, rule)],
            var load when clauseOf[load.Start] == mention.Clause => [Evidence(Math.Min(mention.Start, load.Start), Math.Max(mention.End, load.End), rule)],
            var load => new List<TagEvidence> { Evidence(mention.Start, mention.End, rule), Evidence(load.Start, load.End, rule) },
        };
        if (mention.Against is { } against)
            evidence.Add(Evidence(against.Start, against.End, against.Rule));

        return evidence;
    }

    private static string RuleOf(Mention mention)
    {
        var name = mention switch
        {
            { IsHashtag: true } => "hashtag",
            { Certainty: Cue.Sure } => "specific-equipment",
            { Certainty: Cue.Soft } => "soft-equipment",
            { Certainty: Cue.Vague } => "vague-equipment",
            { Certainty: Cue.Worn } => "worn-equipment",
            { Certainty: Cue.Generic } => "weight-word",
            { Certainty: Cue.Carried } => "carried-word",
            { Certainty: Cue.Murph } => "murph",
            _ => "extra-word",
        };
        return mention.Load is null ? name : name + "+load";
    }

    // The rule and the word, as a runner's two "no" silence them together.
    private string CueOf(Mention mention, string rule) => $"{rule}:{string.Concat(view.Text.Written(mention.Start, mention.End).Where(char.IsLetterOrDigit)).ToLowerInvariant()}";

    /// <summary>"two dumbbells of 1 kg", "a pair of ankle weights".</summary>
    private int? CountBefore(Mention mention)
    {
        var at = mention.Start - 1;
        if (at < mention.Clause.Start || !mention.Kind.IsOnLimb())
            return null;

        if (view.Text.Has(at, Cue.Pair))
            return 2;

        var number = view.Text.Tokens[at].Kind == TokenKind.Number ? view.Text.Tokens[at].Value : view.Text.Has(at, Cue.Number) ? view.Text.Phrases[view.Text.PhraseAt[at]].Entry.Value : 0;
        return number == 2 ? 2 : null;
    }

    // "second half with a 10 lb vest"; "10 lb vest, second half only"
    private bool IsPartly(Clause clause)
    {
        if (view.Any(clause, Cue.Partly) || IsOneOfTwoDistances(clause))
            return true;

        return clause.Index + 1 < view.Clauses.Count && view.Clauses[clause.Index + 1] is var next && next.Sentence == clause.Sentence && view.Any(next, Cue.Partly)
            && (view.Words(next.Start, next.End) <= 3 || view.Any(next, Cue.With | Cue.Negation)) && !view.Any(next, Cue.Mention);
    }

    /// <summary>"1.1 mi run + 3.5 mi ruck", "5 km easy, then 5 km with vest".</summary>
    private bool IsOneOfTwoDistances(Clause clause) =>
        clause.Index > 0 && (clause.IsOpenedByWord || clause.OpenedBy is '+' or '&' or ',') && view.Clauses[clause.Index - 1] is var previous && previous.Sentence == clause.Sentence && HasDistance(clause) && HasDistance(previous);

    private bool HasDistance(Clause clause)
    {
        for (var at = clause.Start; at + 1 < clause.End; at++)
        {
            if (view.Text.Tokens[at].Kind == TokenKind.Number && view.Text.Has(at + 1, Cue.Measure))
                return true;
        }

        return false;
    }

    private bool IsBesideOr(Mention mention)
    {
        var from = Math.Max(mention.Clause.Start, mention.Start - 2);
        var to = Math.Min(mention.Clause.End, mention.End + 2);
        return (view.AnyBetween(from, mention.Start, Cue.Or) && view.AnyBetween(mention.Clause.Start, from, Cue.Sure | Cue.Soft)) || (view.AnyBetween(mention.End, to, Cue.Or) && view.AnyBetween(mention.End, mention.Clause.End, Cue.Sure | Cue.Soft));
    }

    /// <summary>"Vest run 20": no unit, no guess; the question's field starts with it.</summary>
    public double? BareNumberBeside(Mention mention)
    {
        for (var at = Math.Max(mention.Clause.Start, mention.Start - 3); at < Math.Min(mention.Clause.End, mention.End + 2); at++)
        {
            if (view.Text.Tokens[at] is { Kind: TokenKind.Number, Value: >= 1 and <= 100 } token && !view.Text.Has(at + 1, Cue.Measure | Cue.Unit | Cue.Gram | Cue.Times) && !(token.IsGlued && at > 0 && view.Text.Tokens[at - 1].Kind == TokenKind.Sign))
                return token.Value;
        }

        return null;
    }
}
