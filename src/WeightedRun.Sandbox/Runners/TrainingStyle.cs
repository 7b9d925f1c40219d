namespace WeightedRun.Sandbox.Runners;

/// <summary>How a sample runner trains, in an ordinary week.</summary>
internal sealed record TrainingStyle
{
    public required string Name { get; init; }

    /// <summary>Days of the week that are run on, Monday is 0.</summary>
    public required int[] RunDays { get; init; }

    /// <summary>Those of them that are run with weight.</summary>
    public int[] WeightedDays { get; init; } = [];

    public double LoadKilograms { get; init; }

    public double EasyKilometers { get; init; } = 7;

    public double LongKilometers { get; init; } = 13;

    public double SecondsPerKilometer { get; init; } = 360;

    /// <summary>Titles of runs with weight; <c>{kg}</c> becomes the load.</summary>
    public string[] WeightedTitles { get; init; } = ["Vest run {kg} kg", "Easy loop with the {kg} kg weight vest", "Ruck {kg} kg", "Lauf mit Gewichtsweste {kg} kg"];

    /// <summary>The factor on load and distance in the last week, for those who suddenly want too much.</summary>
    public double LastWeekFactor { get; init; } = 1;

    /// <summary>The share of weighted runs whose title says nothing; the description does.</summary>
    public double QuietShare { get; init; } = 0.15;

    public static readonly IReadOnlyList<TrainingStyle> All =
    [
        new() { Name = "Careful", RunDays = [1, 3, 5], WeightedDays = [1], LoadKilograms = 4 },
        new() { Name = "Steady", RunDays = [0, 2, 4, 6], WeightedDays = [0, 4], LoadKilograms = 5, SecondsPerKilometer = 330 },
        new() { Name = "Often", RunDays = [0, 1, 3, 4, 6], WeightedDays = [0, 1, 3, 4], LoadKilograms = 5 },
        new() { Name = "Daily", RunDays = [0, 1, 2, 3, 4, 5, 6], WeightedDays = [0, 1, 2, 3, 4, 5, 6], LoadKilograms = 3, EasyKilometers = 5, LongKilometers = 6 },
        new() { Name = "Jump", RunDays = [1, 3, 6], WeightedDays = [1, 6], LoadKilograms = 5, LastWeekFactor = 1.8 },
        new() { Name = "Heavy", RunDays = [2, 5], WeightedDays = [2], LoadKilograms = 16 },
        new() { Name = "Ankles", RunDays = [0, 3, 5], WeightedDays = [3], LoadKilograms = 2, WeightedTitles = ["Ankle weights {kg} kg", "Laufen mit Fußgewichten, {kg} kg"] },
        new() { Name = "Dumbbells", RunDays = [1, 4], WeightedDays = [4], LoadKilograms = 4, WeightedTitles = ["Dumbbell jog {kg} kg", "Run with dumbbells ({kg} kg)"] },
        new() { Name = "Fast", RunDays = [0, 2, 4], WeightedDays = [2], LoadKilograms = 6, SecondsPerKilometer = 270 },
        new() { Name = "Far", RunDays = [2, 4, 6], WeightedDays = [6], LoadKilograms = 6, LongKilometers = 24 },
        new() { Name = "Quiet", RunDays = [1, 3, 6], WeightedDays = [3], LoadKilograms = 5, QuietShare = 1 },
        new() { Name = "Light", RunDays = [0, 2, 4, 6] },
    ];
}
