using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>
/// One run as the rules count it: an activity, or several of the same date and equipment with less than half an hour between them
/// (a watch that was restarted). Sums where every part is known, means weighted by moving time of the parts that are.
/// </summary>
public sealed record Session
{
    /// <summary>The first part's id.</summary>
    public required ActivityId Id { get; init; }

    /// <summary>All parts, in order of time.</summary>
    public required IReadOnlyList<Activity> Parts { get; init; }

    /// <summary>When the first part started.</summary>
    public required DateTime StartLocal { get; init; }

    /// <summary>The date by the runner's clock: midnight never moves a run to the next day.</summary>
    public DateOnly Date => DateOnly.FromDateTime(StartLocal);

    /// <summary>How far; null when a part's distance is unknown.</summary>
    public Distance? Distance { get; init; }

    /// <summary>Time in motion; null when a part's is unknown.</summary>
    public TimeSpan? MovingTime { get; init; }

    /// <summary>What was carried, per kind the largest known mass; empty when not tagged.</summary>
    public IReadOnlyList<CarriedPiece> Pieces { get; init; } = [];

    /// <summary>Asked about, not tagged.</summary>
    public bool IsSuspected { get; init; }

    /// <summary>Tagged with something carried, whether it is counted or not.</summary>
    public bool IsTagged => !IsSuspected && Pieces.Any(piece => !piece.Kind.IsPushedOrDragged());

    /// <summary>The mass on the trunk; null when there is none or a piece's mass is unknown.</summary>
    public Mass? TorsoLoad
    {
        get
        {
            var total = default(Mass);
            var any = false;
            foreach (var piece in Pieces)
            {
                if (!piece.Kind.IsOnTorso())
                    continue;

                if (piece.Mass is not { } mass)
                    return null;

                total += mass;
                any = true;
            }

            return any ? total : null;
        }
    }

    /// <summary>Whether anything is carried on the trunk.</summary>
    public bool HasTorsoPiece => !IsSuspected && Pieces.Any(piece => piece.Kind.IsOnTorso());

    /// <summary>
    /// Whether the session counts as a weighted one. The trunk counts from 2 % of body mass on, or when load or body mass is unknown;
    /// ankle and hand weights always; wrist weights from 3 % of a known body mass on.
    /// </summary>
    public bool IsCounted(Mass? body) => !IsSuspected && (HasCountedLimb(body) || HasCountedTorso(body));

    private bool HasCountedTorso(Mass? body) =>
        HasTorsoPiece && (TorsoLoad is not { } load || body is not { } mass || load.Of(mass).Percent >= 2 - 1e-9);

    private bool HasCountedLimb(Mass? body) => Pieces.Any(piece =>
        piece.Kind is EquipmentKind.AnkleWeights or EquipmentKind.HandWeights
        || (piece.Kind == EquipmentKind.WristWeights && piece.Mass is { } wrists && body is { } mass && wrists.Of(mass).Percent >= 3 - 1e-9));
}
