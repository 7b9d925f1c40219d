namespace WeightedRun.Analysis;

/// <summary>A week at a glance.</summary>
public enum WeekColour
{
    /// <summary>No run, or nothing could be checked.</summary>
    Grey,

    /// <summary>Nothing to watch.</summary>
    Green,

    /// <summary>At least one caution.</summary>
    Amber,

    /// <summary>At least one violation.</summary>
    Red,
}
