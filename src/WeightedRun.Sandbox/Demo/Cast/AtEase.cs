using static System.DayOfWeek;

namespace WeightedRun.Sandbox.Demo.Cast;

/// <summary>Those with whose runs nothing is wrong: one shows how it is done, the others what a digest says when there is little to say.</summary>
internal static class AtEase
{
    private const int First = Habit.FirstWeek;
    private const int Last = Habit.LastWeek;

    public static SampleRunner Paula => new()
    {
        Name = "Paula Patient",
        Shows = "does everything right: twelve good weeks, and quicker without the vest",
        BodyKilograms = 66,
        IsExperienced = false,
        Runs =
        [
            // The first weeks as a beginner should: three kilograms, then four, then five, and no week much more than the last.
            .. Habit.Vest(-11, -10, 3, 7, Tuesday, Friday),
            .. Habit.Vest(-9, -9, 4, 7, Tuesday, Friday),
            .. Habit.Vest(-8, -8, 4, 6, Tuesday, Friday),
            .. Habit.Vest(-7, Last, 5, 6.5, Tuesday, Friday),
            .. Habit.Plain(First, -12, 8, Tuesday, Friday),
            .. Habit.Plain(First, -4, 8, Thursday, Sunday),
            .. Habit.Plain(-3, Last, 8, Thursday, Sunday).Select(run => run with { SecondsPerKilometer = 346 }),
            new() { Week = 0, Day = Saturday, Kilometers = 3, Title = "Uploaded by mistake", IsDeletedLater = true },
        ],
    };

    public static SampleRunner Quirin => new()
    {
        Name = "Quirin Quiet",
        Shows = "three weeks without any run: the last mail before silence",
        Runs = [.. Habit.Vest(First, -3, 4, 6, Wednesday), .. Habit.Plain(First, -3, 8, Monday, Saturday)],
    };

    public static SampleRunner Willa => new()
    {
        Name = "Willa Without",
        Shows = "never runs with weight; then takes Strava's permission away",
        TakesAccessAway = true,
        Runs = [.. Habit.Plain(First, Last, 8, Monday, Wednesday, Friday)],
    };

    public static SampleRunner Greta => new()
    {
        Name = "Greta Garmin",
        Shows = "a Garmin that did not answer the first time, and a key that ends soon; this week no run with weight",
        HasGarmin = true,
        BodyKilograms = 61,
        Runs =
        [
            .. Habit.Plain(First, -1, 6, Tuesday).Select(run => run with { PackKilograms = 3, SecondsPerKilometer = 382, HeartRate = 133 }),
            .. Habit.Plain(First, Last, 7, Thursday, Sunday),
        ],
    };
}
