using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>One piece of equipment as one field tells it.</summary>
internal sealed record ReadPiece(EquipmentKind Kind, Mass? Mass, string? LoadText, IReadOnlyList<TagEvidence> Evidence, string Cue)
{
    /// <summary>The load can be read in two ways.</summary>
    public bool IsLoadAmbiguous { get; init; }

    /// <summary>The load is all pieces together.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Worn for a part of the run only.</summary>
    public bool IsPartly { get; init; }

    /// <summary>One of two alternatives: "vest or body armor".</summary>
    public bool IsAlternative { get; init; }

    /// <summary>A bare number beside it, for the question's field.</summary>
    public double? BareNumber { get; init; }
}
