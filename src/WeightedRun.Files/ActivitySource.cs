namespace WeightedRun.Files;

/// <summary>What kind of file or export an activity was read from.</summary>
public enum ActivitySource
{
    /// <summary>A FIT file.</summary>
    Fit,

    /// <summary>A TCX file.</summary>
    Tcx,

    /// <summary>A GPX file.</summary>
    Gpx,

    /// <summary>A Strava bulk export.</summary>
    StravaExport,

    /// <summary>A Garmin account export.</summary>
    GarminExport,
}
