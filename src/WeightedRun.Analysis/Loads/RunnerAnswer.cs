namespace WeightedRun.Analysis.Loads;

/// <summary>The runner's own word about one activity.</summary>
/// <param name="IsWeighted">Whether weight was carried.</param>
/// <param name="Pieces">With what, and how much; may be empty when not weighted.</param>
public sealed record RunnerAnswer(bool IsWeighted, IReadOnlyList<CarriedPiece> Pieces)
{
    /// <summary>The answer "no weight".</summary>
    public static RunnerAnswer No { get; } = new(false, []);
}
