using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Forecasts;

/// <summary>
/// What is still allowed, found by asking the rules about runs that have not been done yet: forecast and verdict cannot disagree.
/// It says nothing of pace and heart rate, which are only known afterwards.
/// </summary>
public sealed record Forecast
{
    /// <summary>The rest of the week that holds the first free day.</summary>
    public required Allowance ThisWeek { get; init; }

    /// <summary>The week after it, whether this week's allowance is used in full or not at all.</summary>
    public required Allowance NextWeek { get; init; }

    /// <summary>The forecast after a day that is over.</summary>
    /// <param name="day">The last local date that is over: today once the runner has run, yesterday otherwise. What the log holds after it is left aside.</param>
    /// <param name="log">The runner's log.</param>
    /// <param name="profile">What the runner told of themselves.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static Forecast After(DateOnly day, TrainingLog log, RunnerProfile profile, Thresholds thresholds)
    {
        var planner = PlannerAfter(day, log, profile, thresholds);
        var week = Week.Containing(day.AddDays(1), profile.WeekStartsOn);
        var now = planner.Plan(week, day.AddDays(1), []);
        return new Forecast { ThisWeek = now, NextWeek = planner.Plan(week.AddWeeks(1), week.EndsOn.AddDays(1), now.AtMost()) };
    }

    /// <summary>The first of the two alone, for whoever does not look further: half the work.</summary>
    /// <inheritdoc cref="After"/>
    public static Allowance WeekAfter(DateOnly day, TrainingLog log, RunnerProfile profile, Thresholds thresholds) =>
        PlannerAfter(day, log, profile, thresholds).Plan(Week.Containing(day.AddDays(1), profile.WeekStartsOn), day.AddDays(1), []);

    private static Planner PlannerAfter(DateOnly day, TrainingLog log, RunnerProfile profile, Thresholds thresholds) =>
        new(new Hypothesis(log.Until(day), profile, thresholds, day.AddDays(1)));
}
