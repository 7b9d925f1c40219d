using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Identity;

/// <summary>All recordings of one run.</summary>
public sealed record RecordingGroup
{
    /// <summary>The recording that names the run and has the last word where no other rule decides.</summary>
    public required Recording Primary { get; init; }

    /// <summary>Every recording, the primary first.</summary>
    public required IReadOnlyList<Recording> Members { get; init; }

    /// <summary>What holds the group together: one link less than members.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>A multisport activity whose parts stand in groups of their own: not to be counted.</summary>
    public bool IsParent => Primary.IsParent;

    /// <summary>The run, each field from the recording that knows it best. Read anew on each call.</summary>
    public MergedRun Merge() => FieldPrecedence.Merge(this);
}

/// <summary>One run as all its recordings together tell it.</summary>
public sealed record MergedRun
{
    /// <summary>The run, under the primary recording's id.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The runner's body mass as a device knew it.</summary>
    public Mass? BodyMass { get; init; }

    /// <summary>The runner's description. Hostile text.</summary>
    public string? Description { get; init; }

    /// <summary>Which recording each field came from; a field that nobody knows is not listed.</summary>
    public required IReadOnlyDictionary<RunField, ActivityId> Origins { get; init; }
}

/// <summary>A field of a run that can come from one recording or another.</summary>
public enum RunField
{
    /// <summary>When it started.</summary>
    Start,

    /// <summary>What was done.</summary>
    Sport,

    /// <summary>Where it was done.</summary>
    Surface,

    /// <summary>How far.</summary>
    Distance,

    /// <summary>Time in motion.</summary>
    MovingTime,

    /// <summary>Time from start to end.</summary>
    ElapsedTime,

    /// <summary>Metres climbed.</summary>
    ElevationGain,

    /// <summary>Mean heart rate.</summary>
    AverageHeartRate,

    /// <summary>Highest heart rate.</summary>
    MaxHeartRate,

    /// <summary>Mean cadence.</summary>
    AverageCadence,

    /// <summary>Mean temperature.</summary>
    Temperature,

    /// <summary>The runner's label.</summary>
    WorkoutType,

    /// <summary>Title.</summary>
    Title,

    /// <summary>Description.</summary>
    Description,

    /// <summary>What was carried.</summary>
    Load,

    /// <summary>The runner's body mass.</summary>
    BodyMass,
}
