using static System.DayOfWeek;

namespace WeightedRun.Sandbox.Demo.Cast;

/// <summary>Those who run too often, too far, too fast, with too much or with the wrong thing.</summary>
internal static class Overdoing
{
    private const int First = Habit.FirstWeek;
    private const int Last = Habit.LastWeek;

    public static SampleRunner Otto => new()
    {
        Name = "Otto Often",
        Shows = "too often: five times in four days, twice on one of them",
        BodyKilograms = 75,
        Runs =
        [
            .. Habit.Vest(First, -2, 5, 8, Tuesday, Friday),
            .. Habit.Vest(-1, -1, 5, 8, Tuesday, Thursday, Saturday),
            .. Habit.Vest(0, 0, 5, 8, Monday, Tuesday, Wednesday, Thursday),
            new() { Week = 0, Day = Thursday, Hour = 18, Kilometers = 5, SecondsPerKilometer = 390, HeartRate = 147, Title = "Evening Run", RenamedTo = "Vest 5 kg, once more" },
            .. Habit.Vest(1, 1, 5, 8, Tuesday, Friday),
            .. Habit.Plain(First, Last, 9, Sunday),
            .. Habit.Plain(First, -2, 8, Wednesday),
        ],
    };

    public static SampleRunner Jule => new()
    {
        Name = "Jule Jump",
        Shows = "twice the load at once, and much further with it",
        BodyKilograms = 62,
        BirthYear = 1992,
        Zone = "America/New_York",
        UsesPounds = true,
        Runs =
        [
            .. Habit.Vest(First, -1, 4, 6, Tuesday, Saturday),
            .. Habit.Vest(0, 0, 8, 6, Tuesday),
            .. Habit.Vest(0, 0, 8, 13, Saturday),
            .. Habit.Vest(1, 1, 4, 6, Tuesday, Saturday),
            .. Habit.Plain(First, Last, 8, Thursday, Sunday),
        ],
    };

    public static SampleRunner Hanno => new()
    {
        Name = "Hanno Heavy",
        Shows = "56 years old, 14 kg on 60 kg, faster than without, heart racing",
        BodyKilograms = 60,
        BirthYear = 1970,
        Runs =
        [
            .. Habit.Vest(First, -1, 3, 7, Wednesday),
            new() { Week = 0, Day = Wednesday, Kilometers = 7, SecondsPerKilometer = 338, HeartRate = 161, HighestHeartRate = 176, Title = "Vest 14 kg" },
            .. Habit.Plain(First, Last, 7, Monday, Friday, Sunday),
        ],
    };

    public static SampleRunner Gitta => new()
    {
        Name = "Gitta Gadget",
        Shows = "ankle weights, wrist weights, dumbbells on a treadmill; reads German",
        BodyKilograms = 58,
        IsGerman = true,
        Runs =
        [
            .. Habit.Vest(First, -1, 3, 6, Tuesday),
            new() { Week = 0, Day = Tuesday, Kilometers = 6, SecondsPerKilometer = 380, Title = "Laufen mit Fußgewichten 2 kg" },
            new() { Week = 0, Day = Thursday, Kilometers = 6, SecondsPerKilometer = 375, Title = "Lauf mit Handgelenkgewichten 2,4 kg" },
            new() { Week = 0, Day = Saturday, Kilometers = 5, SecondsPerKilometer = 372, Title = "Laufband mit Kurzhanteln 4 kg", IsOnTreadmill = true },
            .. Habit.Plain(First, Last, 7, Monday, Wednesday, Sunday),
        ],
    };

    public static SampleRunner Rolf => new()
    {
        Name = "Rolf Rolling",
        Shows = "four in seven days across two weeks; then says that a fifth was with weight too",
        BodyKilograms = 72,
        BirthYear = 1985,
        Zone = "Europe/London",
        Runs =
        [
            .. Habit.Vest(First, -2, 5, 7, Wednesday, Sunday),
            .. Habit.Vest(-1, -1, 5, 7, Wednesday, Friday, Sunday),
            .. Habit.Vest(0, 0, 5, 7, Tuesday, Thursday),
            .. Habit.Vest(1, 1, 5, 7, Wednesday),
            .. Habit.Plain(First, -2, 8, Monday, Friday),
            new() { Week = -1, Day = Monday, Kilometers = 8, VestSaidLater = 5 },
            .. Habit.Plain(0, Last, 8, Saturday),
        ],
    };

    public static SampleRunner Lea => new()
    {
        Name = "Lea Longer",
        Shows = "further with weight than usual, and a pack that nobody can be sure of",
        BodyKilograms = 66,
        BirthYear = 1995,
        Runs =
        [
            .. Habit.Vest(First, -1, 5, 6, Friday),
            .. Habit.Vest(0, 0, 5, 10, Friday),
            .. Habit.Plain(First, Last, 7, Monday, Tuesday, Saturday),
            .. Habit.Plain(First, -1, 7, Wednesday),
            .. Habit.Plain(First, Last, 15, Sunday),
            new() { Week = 0, Day = Wednesday, Kilometers = 7, Title = "Hill reps with pack" },
        ],
    };

    public static SampleRunner Nora => new()
    {
        Name = "Nora New",
        Shows = "connected an hour ago, first runs with weight, body weight not told",
        BodyKilograms = null,
        BirthYear = 2000,
        IsExperienced = false,
        ComesLate = true,
        Runs =
        [
            .. Habit.Vest(0, 0, 8, 7, Tuesday, Saturday),
            .. Habit.Plain(First, Last, 7, Thursday),
            .. Habit.Plain(First, -1, 6, Saturday),
        ],
    };

    public static SampleRunner Bruno => new()
    {
        Name = "Bruno Break",
        Shows = "the old load after a month without",
        BodyKilograms = 80,
        BirthYear = 1987,
        Zone = "Pacific/Auckland",
        Runs =
        [
            .. Habit.Vest(First, -5, 6, 7, Tuesday, Friday),
            .. Habit.Vest(0, 0, 6, 7, Tuesday),
            .. Habit.Plain(First, Last, 8, Thursday, Sunday),
            .. Habit.Plain(-4, -1, 7, Tuesday),
        ],
    };
}
