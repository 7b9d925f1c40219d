using System.Globalization;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Worker.Digest;

/// <summary>How a runner reads numbers: kilometres and kilograms, or miles and pounds. Shown with one decimal, stored with all.</summary>
internal sealed record DigestUnits(bool IsImperial)
{
    public string Distance(Distance distance) => IsImperial ? Number(distance.Miles, "mi") : Number(distance.Kilometers, "km");

    public string Mass(Mass mass) => IsImperial ? Number(mass.Pounds, "lb") : Number(mass.Kilograms, "kg");

    public string LoadDistance(double kilogramKilometers) => IsImperial
        ? string.Create(CultureInfo.InvariantCulture, $"{kilogramKilometers / Analysis.Units.Mass.KilogramsPerPound / 1.609344:0} lb mi")
        : string.Create(CultureInfo.InvariantCulture, $"{kilogramKilometers:0} kg km");

    public string Pace(Pace pace)
    {
        var seconds = (int)Math.Round(IsImperial ? pace.SecondsPerMile : pace.SecondsPerKilometer);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00} {(IsImperial ? "/mi" : "/km")}");
    }

    public static string Duration(TimeSpan time) =>
        time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}") : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    public static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %");

    private static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {unit}");
}
