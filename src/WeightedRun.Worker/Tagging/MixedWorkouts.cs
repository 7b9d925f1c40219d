namespace WeightedRun.Worker.Tagging;

/// <summary>Workouts that are no run and may hold some, by the provider's own word: a Murph is logged as one.</summary>
internal static class MixedWorkouts
{
    public static bool MayContainRuns(string? providerSport) => providerSport?.ToUpperInvariant() is
        "WORKOUT" or "CROSSFIT" or "HIGHINTENSITYINTERVALTRAINING"
        or "HIIT" or "INDOOR_CARDIO" or "CARDIO_TRAINING" or "MULTI_SPORT" or "MULTISPORT";
}
