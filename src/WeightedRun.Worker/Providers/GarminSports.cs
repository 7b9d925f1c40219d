using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Providers;

/// <summary>
/// Garmin's activity types, as its pages (<c>trail_running</c>) and its partner API (<c>TRAIL_RUNNING</c>) spell them. A type that is not here
/// is another sport and keeps its own word. A ruck is a ruck, not a hike.
/// </summary>
internal static class GarminSports
{
    public static Sport Of(string? type) => type?.ToUpperInvariant() switch
    {
        "RUNNING" or "STREET_RUNNING" or "OBSTACLE_RUN" or "ULTRA_RUN" => Sport.Run,
        "TRAIL_RUNNING" => Sport.TrailRun,
        "TREADMILL_RUNNING" or "INDOOR_RUNNING" => Sport.TreadmillRun,
        "TRACK_RUNNING" => Sport.TrackRun,
        "VIRTUAL_RUN" or "VIRTUAL_RUNNING" => Sport.VirtualRun,
        "WALKING" or "CASUAL_WALKING" or "SPEED_WALKING" or "INDOOR_WALKING" => Sport.Walk,
        "HIKING" => Sport.Hike,
        "RUCKING" => Sport.Ruck,
        "CYCLING" or "ROAD_BIKING" or "MOUNTAIN_BIKING" or "GRAVEL_CYCLING" or "INDOOR_CYCLING" or "VIRTUAL_RIDE" => Sport.Ride,
        "SWIMMING" or "LAP_SWIMMING" or "OPEN_WATER_SWIMMING" => Sport.Swim,
        _ => Sport.Other,
    };

    public static Surface SurfaceOf(Sport sport, bool isManual) => sport switch
    {
        Sport.TreadmillRun => Surface.Treadmill,
        Sport.VirtualRun => Surface.Virtual,
        _ => isManual ? Surface.Unknown : Surface.Outdoor,
    };
}
