using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Corrections;

/// <summary>When a week is over for good: 36 hours after its end, so that a watch that is synced on Monday evening still counts. A change after that is a correction.</summary>
public static class WeekClosing
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(36);

    /// <summary>The moment, in UTC, at which the week closes.</summary>
    public static DateTime At(TrainingLog log, Week week) => log.EndOf(week) + Grace;

    /// <summary>Whether the week is closed at a moment in UTC.</summary>
    public static bool IsClosed(TrainingLog log, Week week, DateTime utc) => utc >= At(log, week);

    /// <summary>What reopens a closed week: the difference between what was reported and what the log says now; null while it is open, or the same.</summary>
    public static WeekCorrection? Reopen(TrainingLog log, WeekReport reported, WeekReport now, DateTime utc) =>
        IsClosed(log, now.Week, utc) ? WeekCorrection.Between(reported, now) : null;
}
