namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>The deprecated <c>type</c> of a sport: fewer words, so that a trail run is a run.</summary>
internal static class SportTypes
{
    private static readonly HashSet<string> Unchanged =
    [
        "AlpineSki", "BackcountrySki", "Canoeing", "Crossfit", "EBikeRide", "Elliptical", "Golf", "Handcycle", "Hike", "IceSkate", "InlineSkate", "Kayaking", "Kitesurf", "NordicSki",
        "Ride", "RockClimbing", "RollerSki", "Rowing", "Run", "Sail", "Skateboard", "Snowboard", "Snowshoe", "Soccer", "StairStepper", "StandUpPaddling", "Surfing", "Swim", "Velomobile",
        "VirtualRide", "VirtualRun", "Walk", "WeightTraining", "Wheelchair", "Windsurf", "Workout", "Yoga",
    ];

    public static string TypeOf(string sportType) => sportType switch
    {
        "TrailRun" => "Run",
        "MountainBikeRide" or "GravelRide" => "Ride",
        "EMountainBikeRide" => "EBikeRide",
        _ => Unchanged.Contains(sportType) ? sportType : "Workout",
    };

    /// <summary>Strava leaves <c>workout_type</c> out for these.</summary>
    public static bool HasNoWorkoutType(string sportType) => sportType is "Swim" or "Hike" or "AlpineSki" or "BackcountrySki" or "NordicSki" or "RollerSki";
}
