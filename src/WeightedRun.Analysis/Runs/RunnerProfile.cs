using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>What the runner has told about themselves. Everything is optional; what is missing is never guessed.</summary>
public sealed record RunnerProfile
{
    /// <summary>A runner of whom nothing is known.</summary>
    public static RunnerProfile Unknown { get; } = new();

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Body mass over time, in any order.</summary>
    public IReadOnlyList<BodyMassEntry> BodyMass { get; init; } = [];

    /// <summary>Highest heart rate in beats per minute, as the runner set it.</summary>
    public double? MaxHeartRateBpm { get; init; }

    /// <summary>Resting heart rate in beats per minute, as the runner set it.</summary>
    public double? RestingHeartRateBpm { get; init; }

    /// <summary>Since when the runner has been used to running with weight.</summary>
    public DateOnly? ExperiencedSince { get; init; }

    /// <summary>The load the runner is used to.</summary>
    public Mass? UsualLoad { get; init; }

    /// <summary>Until when the runner trains for a long triathlon (the article's one exception to "two a week").</summary>
    public DateOnly? IronmanUntil { get; init; }

    /// <summary>When <see cref="IronmanUntil"/> was set; the exception ends 16 weeks later at the latest.</summary>
    public DateOnly? IronmanSetOn { get; init; }

    /// <summary>The first day of the runner's week: Monday or Sunday.</summary>
    public DayOfWeek WeekStartsOn { get; init; } = DayOfWeek.Monday;

    /// <summary>The body mass in force on a date: the newest entry on or before it, or <see langword="null"/>.</summary>
    public BodyMassEntry? BodyMassOn(DateOnly date)
    {
        BodyMassEntry? newest = null;
        foreach (var entry in BodyMass)
        {
            if (entry.On <= date && (newest is null || entry.On >= newest.On))
                newest = entry;
        }

        return newest;
    }
}
