using WeightedRun.Analysis.Loads;
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

    /// <summary>A log that is known from long before the week until after it.</summary>
    public static TrainingLog Log(params Activity[] runs) => new(runs, new DateOnly(2024, 9, 1), new DateTime(2025, 3, 17));
}
