using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Loads;

namespace WeightedRun.Worker.Digest.Sentences.German;

/// <summary>The digest in German.</summary>
internal sealed partial class GermanSentences(DigestUnits units) : DigestSentences(units)
{
    public override string Code => "de";

    public override string ShortDay(DateOnly date) => date.ToString("ddd d'.'", Culture);

    public override string Date(DateOnly date) => date.ToString("d'.' MMMM", Culture);

    public override string Moment(DateTime moment) => moment.ToString("dddd, d'.' MMMM yyyy, HH:mm 'Uhr'", Culture);

    public override string Period(DateOnly from, DateOnly until) =>
        from.Month == until.Month
            ? string.Create(Culture, $"{from.Day}. bis {until:d'.' MMMM yyyy}")
            : from.Year == until.Year
                ? string.Create(Culture, $"{from:d'.' MMMM} bis {until:d'.' MMMM yyyy}")
                : string.Create(Culture, $"{from:d'.' MMMM yyyy} bis {until:d'.' MMMM yyyy}");

    public override string Subject(WeekSummary week) => $"Woche {NumberOf(week.Week)}: " + (week.Runs == 0
        ? "eine ruhige Woche"
        : $"{(week.WeightedRuns == 0 ? "kein Lauf mit Gewicht" : week.WeightedRuns == 1 ? "1 Lauf mit Gewicht" : $"{week.WeightedRuns} Läufe mit Gewicht")}{(week.Tone, week.ThingsToChange) switch
        {
            (DigestTone.Stop, 1) => ", eins bitte lassen",
            (DigestTone.Stop, var count) => $", {count} zu ändern",
            (DigestTone.Watch, 1) => ", auf eins achten",
            (DigestTone.Watch, var count) => $", auf {count} achten",
            _ => ", alles gut",
        }}");

    public override string Verdict(WeekSummary week)
    {
        if (week.Runs == 0)
            return "Eine ruhige Woche. Es gibt nichts zu prüfen.";

        var count = week.WeightedRuns == 0
            ? "Kein Lauf mit Gewicht in dieser Woche"
            : $"{WeightedRuns(week.WeightedRuns)}, {(week.WeightedRuns <= week.Limit ? "innerhalb der Grenze" : $"mehr als die Grenze von {week.Limit}")}";
        return $"{count}. " + (week.Tone, week.ThingsToChange) switch
        {
            (DigestTone.Stop, 1) => "Eins bitte lassen.",
            (DigestTone.Stop, var changes) => $"{changes} Dinge sind zu ändern.",
            (DigestTone.Watch, 1) => "Auf eins ist zu achten.",
            (DigestTone.Watch, var changes) => $"Auf {changes} Dinge ist zu achten.",
            _ => "Sonst ist auf nichts zu achten.",
        };
    }

    public override string Preheader(Allowance next) => next.EarliestDay is not { } earliest
        ? "Nächste Woche: noch kein Lauf mit Gewicht."
        : $"Nächste Woche: höchstens {FewRuns(next.SessionsLeft)} mit Gewicht{(next.HighestLoad is { } highest ? $", bis {Units.Mass(highest)}" : "")}, ab {DayName(earliest)}.";

    public override string NextWeek(Allowance week)
    {
        if (week.EarliestDay is not { } earliest)
            return $"Noch kein Lauf mit Gewicht{(week.HeldBackBy.Count > 0 ? $" ({string.Join(", ", week.HeldBackBy.Select(RuleName))})" : "")}.";

        var runs = week.RecommendedSessions > 0 && week.RecommendedSessions < week.SessionsLeft
            ? $"{WeightedRuns(week.RecommendedSessions)}, höchstens {week.SessionsLeft}"
            : $"Höchstens {FewRuns(week.SessionsLeft)} mit Gewicht";
        var load = week.HighestLoad is { } highest ? $" Bis {Units.Mass(highest)}." : "";
        var distance = week.LongestDistance is { } longest ? $" Je bis {Units.Distance(longest)}." : "";
        return $"{runs}, mit einem freien Tag dazwischen: {string.Join(", ", week.Days.Select(DayName))} ginge, keiner vor {DayName(earliest)}.{load}{distance}";
    }

    public override string SessionsOf(string sessions, int limit) => $"{sessions} von {limit}";

    public override string MoreFindings(int count) => $"Und {count} weitere im ganzen Bericht.";

    public override string MoreRuns(int count) => $"Und {(count == 1 ? "1 weiterer Lauf" : $"{count} weitere Läufe")}.";

    public override string TheSameOn(IReadOnlyList<DateOnly> dates) => $"Ebenso am {Join([.. dates.Select(DayName)], "und")}.";

    public override string Question(DigestQuestionKind kind, string run, DateOnly date) => kind switch
    {
        DigestQuestionKind.Weighted => $"War {run} am {DayName(date)}, {Date(date)}, mit Gewicht?",
        DigestQuestionKind.ReallyWeighted => $"{run} am {DayName(date)}, {Date(date)}, war schneller und leichter als deine Läufe ohne Gewicht. War es wirklich mit Gewicht?",
        _ => $"Wie viel hast du am {DayName(date)}, {Date(date)}, getragen, {run}?",
    };

    public override string Load(CarriedLoad? load) => load is null ? "ohne Gewicht" : (load.IsSuspected ? "nicht gezählt, vielleicht " : "") +
        string.Join(" + ", load.Pieces.Select(piece => $"{Equipment(piece.Kind)}{(piece.Mass is { } mass ? " " + Units.Mass(mass) : ", Last unbekannt")}"));

    private static string WeightedRuns(int count) => count switch
    {
        0 => "Kein Lauf mit Gewicht",
        1 => "Ein Lauf mit Gewicht",
        2 => "Zwei Läufe mit Gewicht",
        3 => "Drei Läufe mit Gewicht",
        _ => $"{count} Läufe mit Gewicht",
    };

    private static string FewRuns(int count) => count switch
    {
        1 => "ein Lauf",
        2 => "zwei Läufe",
        3 => "drei Läufe",
        _ => $"{count} Läufe",
    };
}
