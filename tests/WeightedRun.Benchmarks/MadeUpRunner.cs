using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Benchmarks;

/// <summary>A made-up runner who does everything right, which is the dearest case: the streak of good weeks asks all rules about every past week.</summary>
internal sealed class MadeUpRunner
{
    private static readonly DateTime LastDay = new(2025, 3, 9);

    public MadeUpRunner(int activities, int seed = 1)
    {
        var random = new Random(seed);
        // Five runs in six days, two of twelve days with a vest; heavier by a kilogram every half year.
        var days = Enumerable.Range(0, activities * 6 / 5).Where(back => back % 6 != 5).Take(activities).Reverse();
        Activities = [.. days.Select((back, at) => Run(LastDay.AddDays(-back), at, random))];
        Profile = new RunnerProfile
        {
            BirthYear = 1985,
            BodyMass = [new BodyMassEntry(DateOnly.FromDateTime(LastDay).AddDays(-activities * 2), Mass.FromKilograms(70))],
            ExperiencedSince = DateOnly.FromDateTime(LastDay).AddYears(-30),
            UsualLoad = Mass.FromKilograms(5),
        };
    }

    public static Week Week { get; } = Week.Containing(DateOnly.FromDateTime(LastDay));

    public Activity[] Activities { get; }

    public RunnerProfile Profile { get; }

    public TrainingLog Log() => new(Activities, DateOnly.FromDateTime(Activities[0].StartLocal).AddDays(-90), LastDay.AddDays(8));

    private static Activity Run(DateTime day, int at, Random random)
    {
        var isWeighted = (int)(day - DateTime.UnixEpoch).TotalDays % 7 is 1 or 4;
        var kilometers = isWeighted ? 7 : 7 + (2 * random.NextDouble());
        var moving = TimeSpan.FromSeconds(kilometers * ((isWeighted ? 395 : 355) + (10 * random.NextDouble())));
        return new Activity
        {
            Id = new ActivityId($"a{at:00000}"),
            StartLocal = day.AddHours(7),
            UtcOffset = TimeSpan.FromHours(1),
            Sport = Sport.Run,
            Surface = Surface.Outdoor,
            Distance = Distance.FromKilometers(kilometers),
            MovingTime = moving,
            ElapsedTime = moving * 1.02,
            ElevationGain = Distance.FromMeters(kilometers * 5),
            AverageHeartRateBpm = 142 + (4 * random.NextDouble()),
            MaxHeartRateBpm = 180 + (int)(6 * random.NextDouble()),
            AverageCadenceSpm = 168,
            Load = isWeighted ? new CarriedLoad { Source = LoadSource.Runner, Pieces = [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(5))] } : null,
        };
    }
}
