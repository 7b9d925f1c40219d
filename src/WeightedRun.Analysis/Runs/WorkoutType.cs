namespace WeightedRun.Analysis.Runs;

/// <summary>The runner's own label of a run; the numbers are Strava's (<c>workout_type</c>).</summary>
public enum WorkoutType
{
    /// <summary>No label.</summary>
    None = 0,

    /// <summary>A race.</summary>
    Race = 1,

    /// <summary>A long run.</summary>
    LongRun = 2,

    /// <summary>Intervals or another hard workout.</summary>
    Workout = 3,
}
