using System.Globalization;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

/// <summary>Fills the form of settings: from the database, or again from a form that had faults.</summary>
internal static class ProfileViews
{
    private const string NoZone = "Etc/UTC";

    public static ProfileView Of(SettingsRow row)
    {
        var isImperial = row.Units == "imperial";
        return new ProfileView
        {
            Email = row.Email ?? row.WantedEmail ?? "",
            WaitingEmail = row.WantedEmail is { } wanted && !string.Equals(wanted, row.Email, StringComparison.OrdinalIgnoreCase) ? wanted : null,
            BodyMass = Number(row.BodyMassKg, isImperial),
            BirthYear = row.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "",
            TimeZone = row.TimeZone == NoZone ? row.ZoneOfRuns ?? NoZone : row.TimeZone,
            IsZoneGuessed = row is { TimeZone: NoZone, ZoneOfRuns: not null },
            IsImperial = isImperial,
            Language = row.Language,
            WeekStartsOn = row.WeekStartsOn,
            Weekday = row.Weekday ?? 1,
            Hour = row.Hour ?? 7,
            WantsDigest = row.UnsubscribedAt is null,
            IsExperienced = row.ExperiencedSince is not null,
            UsualLoad = Number(row.UsualLoadKg, isImperial),
            HrMax = row.HrMaxBpm?.ToString("0", CultureInfo.InvariantCulture) ?? "",
            IronmanUntil = row.IronmanUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        };
    }

    /// <summary>As it was typed, so that only what is wrong is typed again.</summary>
    public static ProfileView Of(IFormCollection form, IReadOnlyDictionary<string, string> faults) => new()
    {
        Email = form.Text("email") ?? "",
        BodyMass = form.Text("body_mass") ?? "",
        BirthYear = form.Text("birth_year") ?? "",
        TimeZone = form.Text("time_zone") ?? "",
        IsImperial = form["units"] == "imperial",
        Language = form["language"] == "de" ? "de" : "en",
        WeekStartsOn = form["week_starts_on"] == "0" ? 0 : 1,
        Weekday = int.TryParse(form.Text("weekday"), CultureInfo.InvariantCulture, out var day) ? day : 1,
        Hour = int.TryParse(form.Text("hour"), CultureInfo.InvariantCulture, out var hour) ? hour : 7,
        WantsDigest = form.IsTicked("wants_digest"),
        IsExperienced = form.IsTicked("experienced"),
        UsualLoad = form.Text("usual_load") ?? "",
        HrMax = form.Text("hr_max") ?? "",
        IronmanUntil = form.Text("ironman_until") ?? "",
        Faults = faults,
    };

    private static string Number(double? kilograms, bool isImperial) => kilograms is not { } known ? "" :
        (isImperial ? Mass.FromKilograms(known).Pounds : known).ToString("0.#", CultureInfo.InvariantCulture);
}
