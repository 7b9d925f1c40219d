using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Worker.Commands;

/// <summary>What <c>report</c> was asked for, checked.</summary>
internal sealed record ReportRequest
{
    // Outside lies a typing error, or grams, or pounds without a unit: no adult who runs.
    public const double MinBodyKilograms = 25;
    public const double MaxBodyKilograms = 250;

    // A typing error rather than a runner.
    private const int MinAge = 5;

    public required string[] Paths { get; init; }

    public required Mass? BodyMass { get; init; }

    public required int? BirthYear { get; init; }

    public required Week? Week { get; init; }

    public required bool IsImperial { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required string? OutputFolder { get; init; }

    public static Mass? MassOf(string? text)
    {
        if (text is null)
            return null;

        var trimmed = text.Trim();
        var number = trimmed.TrimEnd('k', 'g', 'K', 'G', 'l', 'b', 's', 'L', 'B', 'S', ' ');
        var unit = trimmed[number.Length..].Trim().ToUpperInvariant();
        var mass = double.TryParse(number.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? unit switch
            {
                "" or "KG" or "KGS" => Mass.FromKilograms(value),
                "LB" or "LBS" => Mass.FromPounds(value),
                _ => (Mass?)null,
            }
            : null;
        return mass is { Kilograms: >= MinBodyKilograms and <= MaxBodyKilograms }
            ? mass
            : throw new UsageException($"--body-mass: \"{text}\" is no body mass between {MinBodyKilograms} and {MaxBodyKilograms} kg. Write it like 70, \"70 kg\" or \"154 lb\".");
    }

    public static int? YearOf(string? text, int thisYear)
    {
        if (text is null)
            return null;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1900 && year <= thisYear - MinAge
            ? year
            : throw new UsageException($"--birth-year: \"{text}\" is no year between 1900 and {thisYear - MinAge}. Write it like 1984.");
    }

    public static string? FolderOf(string? path) =>
        path is null || !string.IsNullOrWhiteSpace(path) ? path : throw new UsageException("--out: an empty text is no folder. Name one, such as digest.");

    public static Week? WeekOf(string? label)
    {
        if (label is null)
            return null;

        return Analysis.Runs.Week.TryParse(label, DayOfWeek.Monday, out var week)
            ? week
            : throw new UsageException($"--week: \"{label}\" is no ISO week. Write it like 2025-W10.");
    }

    public static TimeZoneInfo ZoneOf(string? id)
    {
        if (id is null)
            return TimeZoneInfo.Local;

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new UsageException($"--zone: this machine knows no time zone \"{id}\". Write it like Europe/Berlin.");
    }
}
