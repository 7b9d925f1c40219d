using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Links;

/// <summary>What one link about a run is for.</summary>
/// <param name="Runner">Whose run it is.</param>
/// <param name="Run">The run.</param>
/// <param name="Kind">The question that it answers; null for the "fix this" beside a run.</param>
/// <param name="Answer">What pressing the button says.</param>
internal sealed record RunLink(RunnerId Runner, ActivityId Run, string? Kind, RunLinkAnswer Answer);

internal enum RunLinkAnswer
{
    /// <summary>With what, and how much: the page asks.</summary>
    Tell,

    /// <summary>With weight.</summary>
    Yes,

    /// <summary>Without.</summary>
    No,

    /// <summary>No more such questions.</summary>
    Never,
}
