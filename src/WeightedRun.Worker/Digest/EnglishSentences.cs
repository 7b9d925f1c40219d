using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Worker.Digest;

/// <summary>Every sentence of the digest in English, in one place. Numbers before adjectives, no guilt, "about" for estimates.</summary>
internal sealed class EnglishSentences(DigestUnits units)
{
    public static string Word(DigestTone tone) => tone switch
    {
        DigestTone.Stop => "Stop",
        DigestTone.Watch => "Watch",
        DigestTone.Note => "Note",
        DigestTone.Good => "Good",
        _ => "Quiet",
    };

    public static string Day(DateOnly date) => date.ToString("ddd d", CultureInfo.InvariantCulture);

    public static string Period(DateOnly from, DateOnly until) =>
        from.Month == until.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{from.Day} to {until:d MMMM yyyy}")
            : string.Create(CultureInfo.InvariantCulture, $"{from:d MMMM} to {until:d MMMM yyyy}");

    public static string WeightedRuns(int count) => count switch
    {
        0 => "No weighted run",
        1 => "One weighted run",
        2 => "Two weighted runs",
        3 => "Three weighted runs",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} weighted runs"),
    };

    public static string Verdict(int weighted, int runs, int limit, DigestTone tone, int findings)
    {
        if (runs == 0)
            return "A quiet week. Nothing to check.";

        var count = weighted == 0 ? "No weighted run this week" : weighted <= limit ? $"{WeightedRuns(weighted)}, within the limit" : $"{WeightedRuns(weighted)}, more than the limit of {limit}";
        var rest = (tone, findings) switch
        {
            (DigestTone.Stop, 1) => " One thing to stop.",
            (DigestTone.Stop, _) => $" {findings} things to change.",
            (DigestTone.Watch, 1) => " One thing to watch.",
            (DigestTone.Watch, _) => $" {findings} things to watch.",
            _ => " Nothing to watch.",
        };
        return $"{count}.{rest}";
    }

    /// <summary>What a finding says, with its numbers.</summary>
    /// <exception cref="ArgumentException">The rule has no sentence.</exception>
    public string What(Evaluation finding, string? day)
    {
        double Observed(string name) => finding.Observed.First(measure => measure.Name == name).Value;
        double Limit(string name) => finding.Limits.First(measure => measure.Name == name).Value;
        return finding.Rule switch
        {
            "frequency.weekly-limit" => string.Create(CultureInfo.InvariantCulture, $"{Observed("sessions"):0} weighted runs this week. {Limit("sessions"):0} is the most we suggest; two is better."),
            "load.body-weight" => $"{day}: {units.Mass(Mass.FromKilograms(Observed("load_kg")))} is {DigestUnits.Percent(Observed("load_percent"))} of your weight.",
            "distance.session-spike" =>
                $"{day}: {units.Distance(Distance.FromMeters(Observed("distance_m")))}; your longest run of the 30 days before was {units.Distance(Distance.FromMeters(Limit("longest_distance_m")))}. That is {DigestUnits.Percent(Observed("increase_percent"))} more.",
            _ => throw new ArgumentException($"The rule {finding.Rule} has no sentence.", nameof(finding)),
        };
    }

    public static string Advice(Evaluation finding) => finding.Rule switch
    {
        "frequency.weekly-limit" => "Swap the next one for a normal run.",
        "load.body-weight" when finding.Severity == Severity.Violation => "That is beyond our own safety bound: take weight out before the next run.",
        "load.body-weight" => "Being slower, running shorter and being tired afterwards is normal with that load.",
        "distance.session-spike" => "Keep the next runs near your usual distance.",
        _ => "",
    };

    public static string Why(string rule) => rule switch
    {
        "frequency.weekly-limit" => "frequency.weekly-limit, from the article (\"not more than three times a week\")",
        "load.body-weight" => "load.body-weight, 10 % from the article, 15 and 20 % our own limits",
        "distance.session-spike" => "distance.session-spike, jumps over 10 % went with more injuries in a study of 5,205 runners (Br J Sports Med 2025)",
        _ => rule,
    };

    public static string NotChecked(string rule, string reason) => reason switch
    {
        "WEEK_NOT_SYNCED" => "How many weighted runs in the week: it is not over yet, or not all of it is here.",
        "BODY_WEIGHT" => "Load against your weight: we do not know what you weigh. Add --body-mass.",
        "LOAD" => "Load against your weight: a weighted run does not say with how much. Write it into the title, such as \"vest 7 kg\".",
        "RUNS" => "Distance against your recent runs: it takes four runs in the 30 days before.",
        "HISTORY" => "Distance against your recent runs: it takes 30 days of history before.",
        "DISTANCE" => "Distance against your recent runs: a run has no distance.",
        _ => $"{rule}: {reason}",
    };

    public static string Evidence(CarriedLoad load) => load.Source switch
    {
        LoadSource.Runner => "you told us",
        LoadSource.Device => "from your watch",
        LoadSource.Hashtag => "from your hashtag",
        LoadSource.Gear => "from your gear",
        LoadSource.Title => "from the title",
        LoadSource.Description => "from the description",
        LoadSource.PrivateNote => "from your private note",
        _ => "a ruck by its sport",
    };

    public static string Equipment(EquipmentKind kind) => kind switch
    {
        EquipmentKind.Vest => "vest",
        EquipmentKind.PlateCarrier => "plate carrier",
        EquipmentKind.Backpack => "backpack",
        EquipmentKind.AnkleWeights => "ankle weights",
        EquipmentKind.WristWeights => "wrist weights",
        EquipmentKind.HandWeights => "hand weights",
        EquipmentKind.Sandbag => "sandbag",
        EquipmentKind.WeightPlate => "weight plate",
        EquipmentKind.WeightBelt => "weight belt",
        EquipmentKind.ChildCarrier => "child carrier",
        EquipmentKind.Stroller => "stroller",
        EquipmentKind.Sled => "sled",
        EquipmentKind.Tyre => "tyre",
        _ => "weight",
    };

    public string Load(CarriedLoad load) => (load.IsSuspected ? "not counted, perhaps " : "") +
        string.Join(" + ", load.Pieces.Select(piece => $"{Equipment(piece.Kind)}{(piece.Mass is { } mass ? " " + units.Mass(mass) : ", load not known")}"));
}
