namespace WeightedRun.Sandbox.Garmin.Fit;

/// <summary>Sport and sub-sport of a FIT session by Connect's type key.</summary>
internal static class FitSport
{
    public static (byte Sport, byte SubSport) Of(string typeKey) => typeKey switch
    {
        "running" => (1, 0),
        "treadmill_running" => (1, 1),
        "street_running" => (1, 2),
        "trail_running" => (1, 3),
        "track_running" => (1, 4),
        "indoor_running" => (1, 45),
        "virtual_run" => (1, 58),
        "walking" => (11, 0),
        "hiking" => (17, 0),
        "rucking" => (17, 124),
        "multi_sport" => (18, 0),
        _ => (0, 0),
    };
}
