using WeightedRun.Analysis.Runs;

namespace WeightedRun.Files.Fit;

/// <summary>The sport and sub_sport enums of the FIT profile, as far as people on foot meet them.</summary>
internal static class FitSports
{
    private const int Transition = 3;

    public static bool IsTransition(int? sport) => sport == Transition;

    public static Sport SportOf(int? sport, int? subSport) => (sport, subSport) switch
    {
        (_, 124) => Sport.Ruck,
        (1, 58) => Sport.VirtualRun,
        (1, 1 or 45) or (4, 1) => Sport.TreadmillRun,
        (1, 3) => Sport.TrailRun,
        (1, 4) => Sport.TrackRun,
        (1, _) => Sport.Run,
        (11, _) => Sport.Walk,
        (17, _) => Sport.Hike,
        (2 or 21, _) => Sport.Ride,
        (5, _) => Sport.Swim,
        _ => Sport.Other,
    };

    /// <summary>The profile's word for a sub-sport in snake_case, its number when it is a rarer one, null when absent.</summary>
    public static string? NameOf(int? subSport) => subSport switch
    {
        null => null,
        0 => "generic",
        1 => "treadmill",
        2 => "street",
        3 => "trail",
        4 => "track",
        6 => "indoor_cycling",
        7 => "road",
        8 => "mountain",
        15 => "elliptical",
        17 => "lap_swimming",
        18 => "open_water",
        20 => "strength_training",
        26 => "cardio_training",
        27 => "indoor_walking",
        30 => "casual_walking",
        31 => "speed_walking",
        45 => "indoor_running",
        58 => "virtual_activity",
        59 => "obstacle",
        67 => "ultra",
        124 => "rucking",
        _ => subSport.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
