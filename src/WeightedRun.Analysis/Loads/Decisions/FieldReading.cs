namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>What one field says, before the fields are weighed against each other.</summary>
internal sealed record FieldReading(TagField Field)
{
    /// <summary>The hashtag that says no.</summary>
    public TagEvidence? SaysNo { get; init; }

    /// <summary>Said for certain.</summary>
    public IReadOnlyList<ReadPiece> Firm { get; init; } = [];

    /// <summary>To be asked.</summary>
    public IReadOnlyList<ReadPiece> Asked { get; init; } = [];

    /// <summary>Pushed or dragged.</summary>
    public IReadOnlyList<ReadPiece> Pushed { get; init; } = [];

    /// <summary>Named and denied.</summary>
    public IReadOnlyList<ReadPiece> Denied { get; init; } = [];

    /// <summary>A load without anything that carries it.</summary>
    public ReadPiece? FreeLoad { get; init; }

    /// <summary>One of the firm pieces comes from a documented hashtag.</summary>
    public bool HasHashtag { get; init; }

    /// <summary>The text speaks of the way to or from work.</summary>
    public bool IsCommute { get; init; }

    /// <summary>The text speaks of running.</summary>
    public bool SpeaksOfRunning { get; init; }

    public bool IsEmpty => SaysNo is null && FreeLoad is null && Firm.Count + Asked.Count + Pushed.Count + Denied.Count == 0;
}
