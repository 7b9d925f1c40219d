namespace WeightedRun.Sandbox.Demo.Cast;

/// <summary>The same runs week after week.</summary>
internal static class Habit
{
    /// <summary>Half a year before the first digest, and some days more.</summary>
    public const int FirstWeek = -29;

    public const int LastWeek = 1;

    public static IEnumerable<PlannedRun> Plain(int first, int last, double kilometers, params DayOfWeek[] days) => Every(first, last, days, kilometers, "Morning Run");

    /// <summary>With a load on the trunk: a little slower, the heart a little quicker.</summary>
    public static IEnumerable<PlannedRun> Vest(int first, int last, double kilograms, double kilometers, params DayOfWeek[] days) =>
        Every(first, last, days, kilometers, FormattableString.Invariant($"Vest {kilograms:0.#} kg")).Select(run => run with { SecondsPerKilometer = 386, HeartRate = 146 });

    private static IEnumerable<PlannedRun> Every(int first, int last, DayOfWeek[] days, double kilometers, string title) =>
        from week in Enumerable.Range(first, last - first + 1)
        from day in days
        select new PlannedRun { Week = week, Day = day, Kilometers = kilometers, Title = title, HighestHeartRate = day == days[^1] ? 180 : 165 };
}
