using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Commands;

/// <summary>Strava's sport types as the tagger sees them.</summary>
internal static class StravaSport
{
    /// <summary>The sport, and whether a workout of that name may hold runs. A line without a sport is taken for a run: that is what is asked about.</summary>
    public static (Sport Sport, bool MayContainRuns) Find(string? type) => type switch
    {
        null or "" or "Run" => (Sport.Run, false),
        "TrailRun" => (Sport.TrailRun, false),
        "VirtualRun" => (Sport.VirtualRun, false),
        "Walk" => (Sport.Walk, false),
        "Hike" => (Sport.Hike, false),
        "Ruck" or "Rucking" => (Sport.Ruck, false),
        "Ride" or "VirtualRide" or "EBikeRide" or "EMountainBikeRide" or "MountainBikeRide" or "GravelRide" or "Velomobile" or "Handcycle" => (Sport.Ride, false),
        "Swim" => (Sport.Swim, false),
        _ => (Sport.Other, MixedWorkouts.MayContainRuns(type)),
    };
}
