namespace WeightedRun.Analysis.Loads.Clauses;

/// <summary>Tokens <c>[Start, End)</c> that say one thing; cues do not reach beyond it, a load may.</summary>
internal sealed class Clause
{
    public required int Index { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Full stops, line ends and the like part sentences.</summary>
    public required int Sentence { get; init; }

    /// <summary>The sign that opened it; a blank when a word did or nothing.</summary>
    public required char OpenedBy { get; init; }

    /// <summary>Opened by "then", "but" and the like.</summary>
    public required bool IsOpenedByWord { get; init; }

    /// <summary>Its phrases, among those of the text.</summary>
    public required Range Phrases { get; init; }

    /// <summary>The sentence ends in a question mark.</summary>
    public bool IsQuestion { get; set; }
}
