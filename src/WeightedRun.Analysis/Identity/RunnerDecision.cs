using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Identity;

/// <summary>
/// The runner's own word about two recordings. It holds against every other evidence, and outlives the recordings: one that names a
/// recording which is not there (any more, or yet) waits for it.
/// </summary>
public sealed record RunnerDecision
{
    private RunnerDecision(ActivityId one, ActivityId other, bool isOneRun)
    {
        One = one;
        Other = other;
        IsOneRun = isOneRun;
    }

    /// <summary>One recording.</summary>
    public ActivityId One { get; }

    /// <summary>The other recording.</summary>
    public ActivityId Other { get; }

    /// <summary>Whether the two are one run.</summary>
    public bool IsOneRun { get; }

    /// <summary>The two are one run.</summary>
    public static RunnerDecision Merge(ActivityId one, ActivityId other) => new(one, other, true);

    /// <summary>The two are two runs.</summary>
    public static RunnerDecision Split(ActivityId one, ActivityId other) => new(one, other, false);
}
