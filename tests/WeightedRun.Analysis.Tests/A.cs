using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests;

/// <summary>Builders: <c>A.Run("2025-03-03").Of(8).With(vest: 7)</c> reads like a training log.</summary>
internal static class A
{
    /// <summary>The week of 3 to 9 March 2025.</summary>
    public static Week Week { get; } = Week.Containing(new DateOnly(2025, 3, 3));

    public static RunnerProfile Runner(double? kilograms = 70, int? birthYear = 1990) => new()
    {
        BirthYear = birthYear,
        BodyMass = kilograms is { } mass ? [new BodyMassEntry(new DateOnly(2025, 1, 1), Mass.FromKilograms(mass))] : [],
    };

    public static Activity Run(string start) => new()
    {
        Id = new ActivityId(start),
        StartLocal = DateTime.Parse(start.Length == 10 ? start + "T07:00" : start, System.Globalization.CultureInfo.InvariantCulture),
        Sport = Sport.Run,
        Distance = Distance.FromKilometers(5),
        MovingTime = TimeSpan.FromMinutes(30),
        ElapsedTime = TimeSpan.FromMinutes(30),
    };

    public static Activity Of(this Activity run, double kilometers) => run with { Distance = Distance.FromKilometers(kilometers) };

    public static Activity Lasting(this Activity run, int minutes) => run with { ElapsedTime = TimeSpan.FromMinutes(minutes), MovingTime = TimeSpan.FromMinutes(minutes) };

    public static Activity With(this Activity run, EquipmentKind kind, double? kilograms) =>
        run with { Load = new CarriedLoad { Source = LoadSource.Runner, Pieces = [new CarriedPiece(kind, kilograms is { } mass ? Mass.FromKilograms(mass) : null)] } };

    public static Activity WithVest(this Activity run, double? kilograms = 5) => run.With(EquipmentKind.Vest, kilograms);

    /// <summary>So many kilometres at a pace; 6:00 a kilometre is everybody's easy run.</summary>
    public static Activity Easy(this Activity run, double kilometers, double secondsPerKilometer = 360) =>
        run.Of(kilometers) with { MovingTime = TimeSpan.FromSeconds(kilometers * secondsPerKilometer), ElapsedTime = TimeSpan.FromSeconds(kilometers * secondsPerKilometer) };

    public static Activity Climbing(this Activity run, double meters) => run with { ElevationGain = Distance.FromMeters(meters) };

    public static Activity AtHeartRate(this Activity run, double? average, double? max = null) => run with { AverageHeartRateBpm = average, MaxHeartRateBpm = max };

    public static Activity On(this Activity run, Surface surface) => run with { Surface = surface };

    public static Activity And(this Activity run, EquipmentKind kind, double? kilograms) =>
        run with { Load = run.Load! with { Pieces = [.. run.Load.Pieces, new CarriedPiece(kind, kilograms is { } mass ? Mass.FromKilograms(mass) : null)] } };

    public static Activity Suspected(this Activity run) => run with { Load = new CarriedLoad { Source = LoadSource.Title, Pieces = [new CarriedPiece(EquipmentKind.Vest, null)], IsSuspected = true } };

    /// <summary>Somebody who knew weight before this log began, so that no beginner's limit is in the way.</summary>
    public static RunnerProfile Experienced { get; } = Runner() with { ExperiencedSince = new DateOnly(2020, 1, 1), UsualLoad = Mass.FromKilograms(5) };

    /// <summary>A plain run every third day from a date back.</summary>
    public static Activity[] Habit(string last, int runs, double kilometers = 8) =>
        [.. Enumerable.Range(0, runs).Select(back => Run(Date(last).AddDays(-3 * back).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Easy(kilometers))];

    public static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a rule says of a week, in order.</summary>
    public static IReadOnlyList<Evaluation> Ask(string rule, RunnerProfile profile, TrainingLog log, Week? week = null, Thresholds? thresholds = null) =>
        [.. ComplianceAnalyzer.Analyze(log, profile, thresholds ?? Thresholds.Default, week ?? Week).Evaluations.Where(evaluation => evaluation.Rule == rule)];

    /// <summary>The one thing that a rule says of the week of 3 March 2025.</summary>
    public static Evaluation AskOne(string rule, RunnerProfile profile, params Activity[] runs) => Assert.Single(Ask(rule, profile, Log(runs)));

    /// <summary>What a rule says of one run.</summary>
    public static Evaluation AskOf(string rule, RunnerProfile profile, Activity run, params Activity[] others) =>
        Assert.Single(Ask(rule, profile, Log([.. others, run]), Week.Containing(DateOnly.FromDateTime(run.StartLocal))), evaluation => evaluation.Subject == $"activity:{run.Id}");

    /// <summary>A log that is known from long before the week until after it.</summary>
    public static TrainingLog Log(params Activity[] runs) => new(runs, new DateOnly(2024, 9, 1), new DateTime(2025, 3, 17));
}
