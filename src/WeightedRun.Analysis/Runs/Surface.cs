namespace WeightedRun.Analysis.Runs;

/// <summary>Where a run took place, as far as the source says.</summary>
public enum Surface
{
    /// <summary>The source does not say; treated as outdoors.</summary>
    Unknown,

    /// <summary>Under the sky.</summary>
    Outdoor,

    /// <summary>On a treadmill.</summary>
    Treadmill,

    /// <summary>On a treadmill in a virtual world.</summary>
    Virtual,
}
