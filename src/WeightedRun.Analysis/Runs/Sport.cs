namespace WeightedRun.Analysis.Runs;

/// <summary>What was done, in the product's own words; providers' names are translated where they come in.</summary>
public enum Sport
{
    /// <summary>Anything not named below.</summary>
    Other,

    /// <summary>A run on roads or paths, or of a kind not known more exactly.</summary>
    Run,

    /// <summary>A run off the road.</summary>
    TrailRun,

    /// <summary>A run on a treadmill or otherwise indoors.</summary>
    TreadmillRun,

    /// <summary>A run in a virtual world, on a treadmill.</summary>
    VirtualRun,

    /// <summary>A run on a running track.</summary>
    TrackRun,

    /// <summary>A walk.</summary>
    Walk,

    /// <summary>A hike.</summary>
    Hike,

    /// <summary>A march under load that the device itself calls a ruck. Kept apart from runs.</summary>
    Ruck,

    /// <summary>A bicycle ride.</summary>
    Ride,

    /// <summary>A swim.</summary>
    Swim,
}
