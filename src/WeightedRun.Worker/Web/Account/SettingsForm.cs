using System.Globalization;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

/// <summary>Reads the form of settings. What cannot be read is a sentence beside its field, and nothing is stored.</summary>
internal sealed class SettingsForm(IFormCollection form, DateOnly today)
{
    private const double LightestBodyKg = 25;
    private const double HeaviestBodyKg = 250;
    private const double HeaviestLoadKg = 100;
    private const int YoungestAge = 5;

    private readonly Dictionary<string, string> _faults = [];

    /// <summary>By field; empty when all could be read.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    public SettingsInput Read()
    {
        var isImperial = form["units"] == "imperial";
        return new SettingsInput
        {
            Email = Email(),
            BodyMass = MassOf("body_mass", isImperial, LightestBodyKg, HeaviestBodyKg),
            BirthYear = (int?)NumberOf("birth_year", 1900, today.Year - YoungestAge),
            Zone = Zone(),
            IsImperial = isImperial,
            Language = form["language"] == "de" ? "de" : "en",
            WeekStartsOn = form["week_starts_on"] == "0" ? DayOfWeek.Sunday : DayOfWeek.Monday,
            Weekday = (DayOfWeek)(int)(NumberOf("weekday", 0, 6) ?? 1),
            Hour = (int)(NumberOf("hour", 0, 23) ?? 7),
            WantsDigest = form.IsTicked("wants_digest"),
            IsExperienced = form.IsTicked("experienced"),
            UsualLoad = MassOf("usual_load", isImperial, 0.5, HeaviestLoadKg),
            HrMaxBpm = NumberOf("hr_max", 100, 250),
            IronmanUntil = DateOf("ironman_until"),
            IsNoticed = form.IsTicked("health_notice"),
        };
    }

    /// <summary>As runners write numbers: 70, 70.5 or 70,5, with or without the unit behind.</summary>
    public static double? Parse(string text)
    {
        var number = text.TrimEnd('k', 'g', 'l', 'b', 's', 'K', 'G', 'L', 'B', 'S', ' ').Replace(',', '.');
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }

    private string? Email()
    {
        if (form.Text("email") is not { } text)
            return null;

        if (EmailAddress.TryParse(text, out var address))
            return address.Value;

        _faults["email"] = "That is no e-mail address. Write it like ann@example.org.";
        return null;
    }

    private Mass? MassOf(string field, bool isImperial, double leastKg, double mostKg)
    {
        if (form.Text(field) is not { } text)
            return null;

        // Who writes another unit than the page's means it.
        var isPounds = text.Contains("lb", StringComparison.OrdinalIgnoreCase) || (isImperial && !text.Contains("kg", StringComparison.OrdinalIgnoreCase));
        Mass? mass = Parse(text) is { } value ? (isPounds ? Mass.FromPounds(value) : Mass.FromKilograms(value)) : null;
        if (mass is { Kilograms: var kilograms } && kilograms >= leastKg && kilograms <= mostKg)
            return mass;

        _faults[field] = isPounds
            ? FormattableString.Invariant($"Write a number of pounds from {Mass.FromKilograms(leastKg).Pounds:0} to {Mass.FromKilograms(mostKg).Pounds:0}, or leave it empty.")
            : FormattableString.Invariant($"Write a number of kilograms from {leastKg:0.#} to {mostKg:0}, or leave it empty.");
        return null;
    }

    private double? NumberOf(string field, int least, int most)
    {
        if (form.Text(field) is not { } text)
            return null;

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;

        _faults[field] = $"Write a number from {least} to {most}, or leave it empty.";
        return null;
    }

    private TimeZoneInfo Zone()
    {
        if (form.Text("time_zone") is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;

        _faults["time_zone"] = "Write a time zone like Europe/Berlin.";
        return TimeZoneInfo.Utc;
    }

    private DateOnly? DateOf(string field)
    {
        if (form.Text(field) is not { } text)
            return null;

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;

        _faults[field] = "Write the date like 2027-06-27, or leave it empty.";
        return null;
    }
}
