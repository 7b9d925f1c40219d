using WeightedRun.Analysis.Loads;

namespace WeightedRun.Worker.Digest.Sentences.German;

/// <summary>Headings, labels and single words.</summary>
internal sealed partial class GermanSentences
{
    public override DigestHeadings Headings { get; } = new()
    {
        Tones = new Dictionary<DigestTone, string>
        {
            [DigestTone.Quiet] = "Ruhig",
            [DigestTone.Good] = "Gut",
            [DigestTone.Note] = "Hinweis",
            [DigestTone.Watch] = "Achtung",
            [DigestTone.Stop] = "Stopp",
        },
        ThisWeek = "Diese Woche",
        LastWeek = "Letzte Woche",
        Mean = "4-Wochen-Mittel",
        Figures = "Die Woche in Zahlen",
        Chart = "Die letzten acht Wochen",
        Week = "Woche",
        LoadDistance = "Last x Strecke",
        WeightedRuns = "Mit Gewicht",
        Runs = "Deine Läufe",
        Day = "Tag",
        Distance = "Strecke",
        Time = "Zeit",
        Weight = "Gewicht",
        Why = "Warum",
        NextWeek = "Nächste Woche",
        NotChecked = "Nicht prüfen konnten wir",
        Question = "Eine Frage",
        Tip = "Tipp",
        NotRead = "Nicht lesen konnten wir",
        Disclaimer = "Regeln aus dem Artikel eines Läufers und aus veröffentlichten Studien, kein ärztlicher Rat.",
    };

    public override DigestTableLabels Labels { get; } = new("Mit Gewicht", "Größte Last", "Last x Strecke", "Strecke mit Gewicht", "Alle Läufe");

    public override DigestLinkWords LinkWords { get; } = new(
        "Berichtigen", "Die Regel und ihre Quelle", "Ja", "Nein", "So etwas nicht mehr fragen", "Sag es uns", "Neu verbinden", "Schlüssel erneuern", "Der ganze Bericht", "Einstellungen", "Abbestellen");

    public override string Evidence(LoadSource source) => source switch
    {
        LoadSource.Runner => "von dir",
        LoadSource.Device => "von deiner Uhr",
        LoadSource.Hashtag => "aus deinem Hashtag",
        LoadSource.Gear => "aus deiner Ausrüstung",
        LoadSource.Title => "aus dem Titel",
        LoadSource.Description => "aus der Beschreibung",
        LoadSource.PrivateNote => "aus deiner privaten Notiz",
        LoadSource.Sport => "ein Rucksacklauf nach seiner Sportart",
        _ => throw new ArgumentException($"The source {source} has no words.", nameof(source)),
    };

    public override string Equipment(EquipmentKind kind) => kind switch
    {
        EquipmentKind.Vest => "Weste",
        EquipmentKind.PlateCarrier => "Plattenträger",
        EquipmentKind.Backpack => "Rucksack",
        EquipmentKind.AnkleWeights => "Fußgewichte",
        EquipmentKind.WristWeights => "Armgewichte",
        EquipmentKind.HandWeights => "Handgewichte",
        EquipmentKind.Sandbag => "Sandsack",
        EquipmentKind.WeightPlate => "Gewichtsscheibe",
        EquipmentKind.WeightBelt => "Gewichtsgürtel",
        EquipmentKind.ChildCarrier => "Kindertrage",
        EquipmentKind.Stroller => "Kinderwagen",
        EquipmentKind.Sled => "Schlitten",
        EquipmentKind.Tyre => "Reifen",
        EquipmentKind.Other or EquipmentKind.Unknown => "Gewicht",
        _ => throw new ArgumentException($"The equipment {kind} has no word.", nameof(kind)),
    };

    public override string Tip(string code) => code switch
    {
        "equipment.backpack" => "Dein Rucksack ist in Ordnung; eine Weste sitzt ruhiger. Brust- und Hüftgurt helfen, und Wasser zählt als Last: ein Liter ist ein Kilogramm.",
        "tip.stretch" => "Nimm dir nach einem Lauf mit Gewicht ein, zwei Minuten mehr zum Dehnen.",
        "tip.hydration" => "Mit Gewicht kommt der Durst früher: Nimm Wasser mit, und zähle es als Last.",
        "tip.recovery" => "Plane nach einem Lauf mit mehr als 10 % deines Körpergewichts einen leichten oder freien Tag ein.",
        "tip.shoes" => "Schuhe, die zu dir passen, sind mit Gewicht noch wichtiger als ohne.",
        "tip.posture" => "Lauf aufrecht: Das Gewicht soll dicht am Körper sitzen und dich nicht nach vorn ziehen.",
        "tip.core" => "Ein fester Rumpf trägt besser: Ein paar Minuten Rumpftraining passen gut zu Läufen mit Gewicht.",
        "tip.muscle" => "Gewicht fordert Oberschenkel und Waden ähnlich wie bergauf laufen. Die Arme trainiert es nicht.",
        "tip.strength" => "Krafttraining und Läufe mit Gewicht belasten dieselben Muskeln: Gib ihnen verschiedene Tage.",
        "tip.no-pain-is-not-proof" => "Kein Schmerz heute beweist nichts: Sehnen und Knochen melden sich spät. Behalte die freien Tage bei.",
        _ => throw new ArgumentException($"The tip {code} has no sentence.", nameof(code)),
    };
}
