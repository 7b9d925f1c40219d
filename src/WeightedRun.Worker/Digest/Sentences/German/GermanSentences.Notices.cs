using WeightedRun.Analysis;

namespace WeightedRun.Worker.Digest.Sentences.German;

/// <summary>What is to be known beside the week: connections, freshness, corrections, the first and the last digest.</summary>
internal sealed partial class GermanSentences
{
    public override string LastQuietWeek => "Drei ruhige Wochen hintereinander. Wir schreiben erst nach deinem nächsten Lauf wieder; dann kommt der Bericht von selbst zurück.";

    public override string WhyThisCame => "Du bekommst dies, weil du darum gebeten und diese Adresse bestätigt hast.";

    public override string Trouble(ConnectionTrouble trouble) => trouble.Kind == ConnectionTroubleKind.Broken
        ? $"{trouble.Provider} hat uns seit {DayName(trouble.On)}, {Date(trouble.On)}, nichts geschickt, weil die Verbindung unterbrochen ist: Verbinde dich neu, dann holen wir nach, was fehlt."
        : $"Dein Schlüssel für {trouble.Provider} endet am {DayName(trouble.On)}, {Date(trouble.On)}. Erneuere ihn vorher, dann fehlt kein Lauf.";

    public override string TroubleSubject(ConnectionTrouble trouble) => $"{trouble.Provider} ist nicht mehr verbunden";

    public override string Stale(DateTime since) => $"Neueres als von {Moment(since)} konnten wir nicht holen; spätere Läufe fehlen hier.";

    public override string FirstWeek(int daysKnown, IReadOnlyList<(string Rule, DateOnly From)> later)
    {
        var start = $"Dein erster Bericht. Wir kennen {(daysKnown == 1 ? "1 Tag" : $"{daysKnown} Tage")} deiner Läufe.";
        return later.Count == 0
            ? start
            : $"{start} Diese Prüfungen beginnen von selbst, sobald es genug zu vergleichen gibt: {Join([.. later.Select(check => $"{RuleName(check.Rule)} ab {Date(check.From)}")], "und")}.";
    }

    public override string Corrected(CorrectedWeek week)
    {
        var (before, after) = week.Change.Colour;
        var runs = string.Concat(week.Runs.Select(run => $"Der Lauf am {DayName(run.Date)}, {Date(run.Date)}, zählt jetzt als Lauf {(run.IsWeighted ? "mit" : "ohne")} Gewicht. "));
        var colour = before == after ? $"bleibt bei {ColourWord(after)}" : $"wechselt von {ColourWord(before)} zu {ColourWord(after)}";
        return $"{runs}Woche {NumberOf(week.Change.Week)} {colour}, Läufe mit Gewicht: {week.Change.WeightedSessions.After} statt {week.Change.WeightedSessions.Before}.{Rules("Neu", week.Change.Appeared)}{Rules("Entfallen", week.Change.Gone)}";
    }

    public override string RecordedWith(string device) => $"aufgezeichnet mit {device}";

    public override string AsOf(DateTime asOf, DateTime? newest) =>
        $"Stand {Moment(asOf)}; {(newest is { } run ? $"alle Läufe bis {Moment(run)}" : "kein Lauf")}.";

    private string Rules(string word, IReadOnlyList<Analysis.Rules.Evaluation> findings) =>
        findings.Count == 0 ? "" : $" {word}: {string.Join(", ", findings.Select(finding => RuleName(finding.Rule)).Distinct())}.";

    private string ColourWord(WeekColour colour) => Headings[DigestTones.Of(colour)];
}
