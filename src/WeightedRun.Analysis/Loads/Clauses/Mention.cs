using WeightedRun.Analysis.Loads.Grammar;
using WeightedRun.Analysis.Loads.Lexicon;

namespace WeightedRun.Analysis.Loads.Clauses;

/// <summary>What became of a mention when its clause was read.</summary>
internal enum Standing
{
    /// <summary>Nothing speaks against it.</summary>
    Stands,

    /// <summary>Something does, but not clearly: at most a question.</summary>
    Doubtful,

    /// <summary>Negated, of another day or person, clothing: nothing was carried.</summary>
    Falls,
}

/// <summary>Equipment, or a word for weight, named in a text: tokens <c>[Start, End)</c>.</summary>
internal sealed class Mention
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public required Clause Clause { get; init; }

    public required Cue Certainty { get; init; }

    public required EquipmentKind Kind { get; init; }

    /// <summary>One of the documented hashtags.</summary>
    public bool IsHashtag { get; init; }

    public Standing Standing { get; set; }

    /// <summary>Why it does not stand: the rule's name, and the tokens that say so.</summary>
    public (string Rule, int Start, int End)? Against { get; set; }

    public StatedLoad? Load { get; set; }

    public bool Is(Cue certainty) => (Certainty & certainty) != 0;
}
