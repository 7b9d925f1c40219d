using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads;

/// <summary>What was carried on one activity, and who said so.</summary>
public sealed record CarriedLoad
{
    /// <summary>Who said it.</summary>
    public required LoadSource Source { get; init; }

    /// <summary>The pieces, at least one; pushed or dragged kinds may be among them and are no load.</summary>
    public required IReadOnlyList<CarriedPiece> Pieces { get; init; }

    /// <summary>A question for the runner rather than a tag: not counted, and kept out of baselines.</summary>
    public bool IsSuspected { get; init; }

    /// <summary>The words or value it was read from, as written; <see langword="null"/> when the runner said it.</summary>
    public string? Evidence { get; init; }

    /// <summary>The same, one by one, with their exact places.</summary>
    public IReadOnlyList<TagEvidence> Words { get; init; } = [];

    /// <summary>What the runner is asked.</summary>
    public IReadOnlyList<TagQuestion> Questions { get; init; } = [];

    /// <summary>The load as written, with its own unit; <see langword="null"/> when none is.</summary>
    public string? LoadText { get; init; }

    /// <summary>The version of the word lists that decided; <see langword="null"/> when words did not.</summary>
    public string? LexiconVersion { get; init; }
}

/// <summary>One piece of equipment and its mass; <see langword="null"/> when not known. Limb weights: the total of both sides.</summary>
public sealed record CarriedPiece(EquipmentKind Kind, Mass? Mass);
