using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Properties;

/// <summary>A made-up runner and four months of their runs: the same number makes the same runner.</summary>
internal sealed class RandomRunner
{
    private static readonly DateOnly First = new(2024, 11, 18);
    private static readonly EquipmentKind[] Kinds = [EquipmentKind.Vest, EquipmentKind.Vest, EquipmentKind.Vest, EquipmentKind.Backpack, EquipmentKind.AnkleWeights, EquipmentKind.WristWeights, EquipmentKind.HandWeights, EquipmentKind.Stroller];

    private readonly Random _random;
    private readonly double _carries;

    public RandomRunner(int seed, int days = 119, bool isCareful = false)
    {
        _random = new Random(seed);
        _carries = isCareful ? 0.15 : _random.NextDouble() * 0.6;
        Profile = new RunnerProfile
        {
            BodyMass = Chance(0.85) ? [new BodyMassEntry(First.AddDays(-30), Mass.FromKilograms(50 + _random.Next(50))), new BodyMassEntry(First.AddDays(60), Mass.FromKilograms(50 + _random.Next(50)))] : [],
            MaxHeartRateBpm = Chance(0.5) ? 175 + _random.Next(25) : null,
            ExperiencedSince = Chance(0.4) ? First : null,
            UsualLoad = Mass.FromKilograms(5),
        };
        Runs = [.. Enumerable.Range(0, days).SelectMany(day => RunsOn(First.AddDays(day), isCareful))];
    }

    public RunnerProfile Profile { get; }

    public Activity[] Runs { get; }

    /// <summary>The week of 10 March 2025, the last of the log.</summary>
    public static Week LastWeek { get; } = Week.Containing(new DateOnly(2025, 3, 10));

    public static TrainingLog Log(IEnumerable<Activity> runs) => new(runs, new DateOnly(2024, 9, 1), new DateTime(2025, 3, 24));

    private bool Chance(double share) => _random.NextDouble() < share;

    private IEnumerable<Activity> RunsOn(DateOnly date, bool isCareful)
    {
        for (var hour = 6; hour < 20 && Chance(hour == 6 ? 0.55 : 0.1); hour += 7)
        {
            var kilometers = Math.Round(3 + (_random.NextDouble() * 12), 2);
            var pace = 320 + (_random.NextDouble() * 100);
            var run = A.Run(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $"T{hour:00}:{_random.Next(60):00}").Easy(kilometers, pace) with
            {
                Sport = Chance(0.1) ? Sport.TreadmillRun : Sport.Run,
                ElevationGain = Chance(0.8) ? Distance.FromMeters(kilometers * _random.Next(25)) : null,
                AverageHeartRateBpm = Chance(0.8) ? 125 + _random.Next(50) : null,
                MaxHeartRateBpm = Chance(0.8) ? 165 + _random.Next(30) : null,
                TemperatureCelsius = Chance(0.5) ? _random.Next(30) : null,
                WorkoutType = Chance(0.1) ? WorkoutType.Race : WorkoutType.None,
                IsManual = Chance(0.05),
            };
            if (!isCareful && Chance(0.05))
                run = run with { Distance = null };

            yield return Chance(_carries) ? Carrying(run, isCareful) : run;
        }
    }

    private Activity Carrying(Activity run, bool isCareful)
    {
        var carrying = run.With(isCareful ? EquipmentKind.Vest : Kinds[_random.Next(Kinds.Length)], isCareful || Chance(0.9) ? Math.Round(1 + (_random.NextDouble() * (isCareful ? 4 : 12)), 1) : null);
        return !isCareful && Chance(0.05) ? run.Suspected() : carrying;
    }
}
