namespace WeightedRun.Analysis.Identity;

/// <summary>Where a recording came from; the first is the closest to the watch and outranks the last where nothing else decides.</summary>
public enum RecordingSource
{
    /// <summary>A FIT file: what the watch itself wrote.</summary>
    Fit,

    /// <summary>A Garmin account export.</summary>
    GarminExport,

    /// <summary>Garmin's API for a person's own data.</summary>
    GarminPersonal,

    /// <summary>Garmin's API for partners.</summary>
    GarminPartner,

    /// <summary>A TCX file.</summary>
    Tcx,

    /// <summary>A Strava bulk export.</summary>
    StravaExport,

    /// <summary>Strava's API.</summary>
    Strava,

    /// <summary>A GPX file: points and times, nothing measured.</summary>
    Gpx,
}
