using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Identity;

/// <summary>Why two recordings are one run; the first reason is the strongest.</summary>
public enum LinkReason
{
    /// <summary>The runner said so.</summary>
    Runner,

    /// <summary>A provider's number for the activity is the same.</summary>
    ProviderId,

    /// <summary>The FIT file is the same: manufacturer, product, serial number and time of creation.</summary>
    FitFile,

    /// <summary>They start, measure and last the same.</summary>
    SameRecording,

    /// <summary>They were recorded at the same time: a runner runs one run at a time, however many devices he wears.</summary>
    SameTime,

    /// <summary>They measure and last the same and start whole or half hours apart: one of them has the wrong time zone.</summary>
    TimeZone,
}

/// <summary>Two recordings and why they are one run. <see cref="One"/> comes first in ordinal order.</summary>
public sealed record Link(ActivityId One, ActivityId Other, LinkReason Reason);
