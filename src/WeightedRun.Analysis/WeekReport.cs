using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis;

/// <summary>What the analyzer says of one runner's week: the same log gives the same report.</summary>
public sealed record WeekReport
{
    /// <summary>The week.</summary>
    public required Week Week { get; init; }

    /// <summary>The week at a glance.</summary>
    public required WeekColour Colour { get; init; }

    /// <summary>Which numbers were compared with.</summary>
    public required string ThresholdsVersion { get; init; }

    /// <summary>How many sessions count as weighted.</summary>
    public required int WeightedSessions { get; init; }

    /// <summary>Distance run with weight; null when a needed distance is unknown.</summary>
    public required Distance? WeightedDistance { get; init; }

    /// <summary>Sum of trunk load times distance in kilogram-kilometres; null when a needed load or distance is unknown.</summary>
    public required double? LoadKgKm { get; init; }

    /// <summary>Every rule's answers, in the order of the rule book.</summary>
    public required IReadOnlyList<Evaluation> Evaluations { get; init; }

    /// <summary>Whether two reports are the same in every code and every number.</summary>
    public bool Equals(WeekReport? other) =>
        other is not null && Week == other.Week && Colour == other.Colour && ThresholdsVersion == other.ThresholdsVersion && WeightedSessions == other.WeightedSessions
        && WeightedDistance == other.WeightedDistance && LoadKgKm == other.LoadKgKm && Evaluations.SequenceEqual(other.Evaluations);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Week, Colour, WeightedSessions);
}
