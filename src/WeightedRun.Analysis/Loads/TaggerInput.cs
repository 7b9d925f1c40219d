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

    /// <summary>The gear's name as the runner gave it.</summary>
    public string? Gear { get; init; }

    /// <summary>Marked as a commute: a bag is then first of all a bag.</summary>
    public bool IsCommute { get; init; }

    /// <summary>A workout that may contain runs (CrossFit, HIIT, "workout"): tagged only when its text speaks of running, a Murph for example.</summary>
    public bool MayContainRuns { get; init; }

    /// <summary>The pack mass that the runner entered on the device.</summary>
    public Mass? DevicePackMass { get; init; }

    /// <summary>The runner's mass that day: a number equal to it is no load, and more than a third of it is asked about.</summary>
    public Mass? BodyMass { get; init; }

    /// <summary>What the runner answered about this activity. Outranks everything, for ever.</summary>
    public RunnerAnswer? Answer { get; init; }

    /// <summary>What the runner's earlier answers have taught.</summary>
    public RunnerLoadSettings Settings { get; init; } = RunnerLoadSettings.None;
}
