using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Identity;

/// <summary>One source's account of something a runner did. The same run has as many recordings as sources that know it.</summary>
public sealed record Recording
{
    /// <summary>What the source says. Its id must be unique among the recordings; its start is in UTC only where <see cref="Activity.UtcOffset"/> is known.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Who says it.</summary>
    public required RecordingSource Source { get; init; }

    /// <summary>
    /// Names that other systems have for it: <c>strava:ID</c>, <c>strava-upload:ID</c>, <c>garmin:ID</c>, Strava's <c>garmin_push_ID</c> and
    /// <c>garmin_ping_ID</c>, <c>fit:MANUFACTURER-PRODUCT-SERIAL-TIME_CREATED</c>. Others are ignored.
    /// </summary>
    public IReadOnlyList<string> ExternalIds { get; init; } = [];

    /// <summary>Time the watch was running; Garmin's <c>durationInSeconds</c>.</summary>
    public TimeSpan? TimerTime { get; init; }

    /// <summary>A multisport activity that encloses others: its parts are counted, it is not.</summary>
    public bool IsParent { get; init; }

    /// <summary>The multisport activity it is a part of.</summary>
    public ActivityId? ParentId { get; init; }

    /// <summary>Serial number of the device.</summary>
    public string? DeviceSerial { get; init; }

    /// <summary>The runner's body mass as the device knows it.</summary>
    public Mass? BodyMass { get; init; }

    /// <summary>The runner's description. Hostile text.</summary>
    public string? Description { get; init; }

    /// <summary>Its name.</summary>
    public ActivityId Id => Activity.Id;

    internal DateTime? StartUtc => Activity.StartLocal - Activity.UtcOffset;

    // On a run Strava's moving time is the watch's timer to the second; on a hike it can be an hour less and says nothing.
    internal TimeSpan? Timer => TimerTime ?? (Activity.Sport.IsRun() ? Activity.MovingTime : null);
}
