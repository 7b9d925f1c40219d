using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Forecasts;

/// <summary>
/// What a week still allows: a weighted run on any of <see cref="Days"/>, each with at most <see cref="HighestLoad"/> and over at most
/// <see cref="LongestDistance"/>, draws no caution and no violation.
/// </summary>
public sealed record Allowance
{
    /// <summary>The week.</summary>
    public required Week Week { get; init; }

    /// <summary>A day for each weighted run that is left, the earliest first; empty when none is.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <summary>How many of them the article's "stick to two a week" leaves.</summary>
    public required int RecommendedSessions { get; init; }

    /// <summary>The highest load on the trunk, down to 0.1 kg; null when no rule can tell.</summary>
    public Mass? HighestLoad { get; init; }

    /// <summary>The longest distance of each run, down to 0.1 km; null when no rule can tell.</summary>
    public Distance? LongestDistance { get; init; }

    /// <summary>The codes of the rules that forbid the first day that could not be had; empty when every day could.</summary>
    public required IReadOnlyList<string> HeldBackBy { get; init; }

    /// <summary>How many weighted runs are left.</summary>
    public int SessionsLeft => Days.Count;

    /// <summary>The first day of a weighted run.</summary>
    public DateOnly? EarliestDay => Days.Count == 0 ? null : Days[0];

    internal IReadOnlyList<PlannedRun> AtMost() => [.. Days.Select(day => new PlannedRun(day, HighestLoad, LongestDistance))];
}

/// <summary>A weighted run that has not been done; null where it does not matter.</summary>
internal readonly record struct PlannedRun(DateOnly Day, Mass? Load, Distance? Distance);
