using System.Globalization;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Loads;

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
            : from.Year == until.Year
                ? string.Create(CultureInfo.InvariantCulture, $"{from:d MMMM} to {until:d MMMM yyyy}")
                : string.Create(CultureInfo.InvariantCulture, $"{from:d MMMM yyyy} to {until:d MMMM yyyy}");

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

    public static string NextWeek(Allowance week, DigestUnits units)
    {
        if (week.EarliestDay is not { } earliest)
            return $"No weighted run yet{(week.HeldBackBy.Count > 0 ? $" ({string.Join(", ", week.HeldBackBy)})" : "")}.";

        var runs = week.RecommendedSessions > 0 && week.RecommendedSessions < week.SessionsLeft
            ? $"{WeightedRuns(week.RecommendedSessions)}, {week.SessionsLeft} at most"
            : $"{WeightedRuns(week.SessionsLeft)} at most";
        var load = week.HighestLoad is { } highest ? $" Up to {units.Mass(highest)}." : "";
        var distance = week.LongestDistance is { } longest ? $" Up to {units.Distance(longest)} each." : "";
        return $"{runs}, with a day off between: {string.Join(", ", week.Days.Select(day => day.ToString("dddd", CultureInfo.InvariantCulture)))} would do, none before {earliest.ToString("dddd", CultureInfo.InvariantCulture)}.{load}{distance}";
    }

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
