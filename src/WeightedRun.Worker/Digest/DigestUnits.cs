using System.Globalization;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Worker.Digest;

/// <summary>How a runner reads numbers: kilometres and kilograms, or miles and pounds, with their decimal sign. Shown with one decimal, stored with all.</summary>
internal sealed record DigestUnits(bool IsImperial, CultureInfo Culture)
{
    private const double KilometersPerMile = 1.609344;

    public string Distance(Distance distance) => IsImperial ? Number(distance.Miles, "mi") : Number(distance.Kilometers, "km");

    public string Mass(Mass mass) => IsImperial ? Number(mass.Pounds, "lb") : Number(mass.Kilograms, "kg");

    public string LoadDistance(double kilogramKilometers) => IsImperial
        ? string.Create(Culture, $"{kilogramKilometers / Analysis.Units.Mass.KilogramsPerPound / KilometersPerMile:0} lb mi")
        : string.Create(Culture, $"{kilogramKilometers:0} kg km");

    public string Pace(Pace pace)
    {
        var seconds = (int)Math.Round(IsImperial ? pace.SecondsPerMile : pace.SecondsPerKilometer);
        return string.Create(Culture, $"{seconds / 60}:{seconds % 60:00} {(IsImperial ? "/mi" : "/km")}");
    }

    public string Duration(TimeSpan time) =>
        time.TotalHours >= 1 ? string.Create(Culture, $"{(int)time.TotalHours}:{time:mm\\:ss}") : time.ToString(@"m\:ss", Culture);

    public string Percent(double percent) => string.Create(Culture, $"{percent:0.#} %");

    /// <summary>A count, or a mean of counts.</summary>
    public string Count(double value) => value.ToString("0.#", Culture);

    public string Whole(double value) => value.ToString("0", Culture);

    private string Number(double value, string unit) => string.Create(Culture, $"{value:0.0} {unit}");
}
