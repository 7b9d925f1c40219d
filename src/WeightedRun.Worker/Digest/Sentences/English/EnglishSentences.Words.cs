using WeightedRun.Analysis.Loads;

namespace WeightedRun.Worker.Digest.Sentences.English;

/// <summary>Headings, labels and single words.</summary>
internal sealed partial class EnglishSentences
{
    public override DigestHeadings Headings { get; } = new()
    {
        Tones = new Dictionary<DigestTone, string>
        {
            [DigestTone.Quiet] = "Quiet",
            [DigestTone.Good] = "Good",
            [DigestTone.Note] = "Note",
            [DigestTone.Watch] = "Watch",
            [DigestTone.Stop] = "Stop",
        },
        ThisWeek = "This week",
        LastWeek = "Last week",
        Mean = "4-week mean",
        Figures = "The week in figures",
        Chart = "The last eight weeks",
        Week = "Week",
        LoadDistance = "Load x distance",
        WeightedRuns = "Weighted runs",
        Runs = "Your runs",
        Day = "Day",
        Distance = "Distance",
        Time = "Time",
        Weight = "Weight",
        Why = "Why",
        NextWeek = "Next week",
        NotChecked = "We could not check",
        Question = "One question",
        Tip = "Tip",
        NotRead = "We could not read",
        Disclaimer = "Rules from a runner's article and published studies, not medical advice.",
    };

    public override DigestTableLabels Labels { get; } = new("Weighted runs", "Heaviest load", "Load x distance", "Weighted distance", "All running");

    public override DigestLinkWords LinkWords { get; } = new(
        "Fix this", "The rule and its source", "Yes", "No", "Do not ask such questions again", "Tell us", "Connect again", "Renew the key", "The whole report", "Settings", "Unsubscribe");

    public override string Evidence(LoadSource source) => source switch
    {
        LoadSource.Runner => "you told us",
        LoadSource.Device => "from your watch",
        LoadSource.Hashtag => "from your hashtag",
        LoadSource.Gear => "from your gear",
        LoadSource.Title => "from the title",
        LoadSource.Description => "from the description",
        LoadSource.PrivateNote => "from your private note",
        LoadSource.Sport => "a ruck by its sport",
        _ => throw new ArgumentException($"The source {source} has no words.", nameof(source)),
    };

    public override string Equipment(EquipmentKind kind) => kind switch
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
        EquipmentKind.Other or EquipmentKind.Unknown => "weight",
        _ => throw new ArgumentException($"The equipment {kind} has no word.", nameof(kind)),
    };

    public override string Tip(string code) => code switch
    {
        "equipment.backpack" => "Your backpack is fine; a vest sits steadier. Chest and waist straps help, and water counts as load: a litre is a kilogram.",
        "tip.stretch" => "After a weighted run take a minute or two more to stretch.",
        "tip.hydration" => "With weight you get thirsty sooner: take water along, and count it as load.",
        "tip.recovery" => "After a run with more than 10 % of your weight plan an easy day or a day off.",
        "tip.shoes" => "Shoes that suit you matter more with weight than without.",
        "tip.posture" => "Run tall: the weight should sit close and not pull you forward.",
        "tip.core" => "A steady trunk carries better: a few minutes of core work go well with weighted runs.",
        "tip.muscle" => "Weight works thighs and calves much as running uphill does. Arms it does not train.",
        "tip.strength" => "Strength training and weighted runs load the same muscles: give them different days.",
        "tip.no-pain-is-not-proof" => "No pain today is no proof: tendons and bones complain late. Keep the days off.",
        _ => throw new ArgumentException($"The tip {code} has no sentence.", nameof(code)),
    };
}
