using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads;

/// <summary>Everything of one activity that may say whether weight was carried. All text is the runner's own, and hostile.</summary>
public sealed record TaggerInput
{
    /// <summary>What was done; only what is done on foot is tagged.</summary>
    public required Sport Sport { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Private note.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>The pack mass that the runner entered on the device.</summary>
    public Mass? DevicePackMass { get; init; }
}
