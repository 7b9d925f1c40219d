using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files;

namespace WeightedRun.Worker.Commands;

/// <summary>The words of the JSON contracts for the product's own.</summary>
internal static class JsonNames
{
    public static string Of(Sport sport) => sport switch
    {
        Sport.Run => "run",
        Sport.TrailRun => "trail_run",
        Sport.TreadmillRun => "treadmill_run",
        Sport.VirtualRun => "virtual_run",
        Sport.TrackRun => "track_run",
        Sport.Walk => "walk",
        Sport.Hike => "hike",
        Sport.Ruck => "ruck",
        Sport.Ride => "ride",
        Sport.Swim => "swim",
        _ => "other",
    };

    public static string Of(ActivitySource source) => source switch
    {
        ActivitySource.Fit => "fit",
        ActivitySource.Tcx => "tcx",
        ActivitySource.Gpx => "gpx",
        ActivitySource.StravaExport => "strava-export",
        _ => "garmin-export",
    };

    public static string Of(TagOutcome outcome) => outcome switch
    {
        TagOutcome.Weighted => "weighted",
        TagOutcome.Suspected => "suspected",
        _ => "not_weighted",
    };

    public static string Of(TagQuestion question) => question switch
    {
        TagQuestion.Weighted => "weighted",
        TagQuestion.Load => "load",
        _ => "equipment",
    };

    public static string Of(TagField field) => field switch
    {
        TagField.Title => "title",
        TagField.Description => "description",
        TagField.PrivateNote => "private_note",
        TagField.Gear => "gear",
        TagField.Sport => "sport_type",
        TagField.Device => "device",
        _ => "runner",
    };
}
