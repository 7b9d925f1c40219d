using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Digest.Sentences.German;

/// <summary>What each rule's finding says: the numbers first.</summary>
internal sealed partial class GermanSentences
{
    public override string What(Evaluation finding, string? day)
    {
        var n = new FindingNumbers(finding, Units);
        return finding.Rule switch
        {
            "equipment.ankle-weights" => $"{day}: ein Lauf mit Fußgewichten.",
            "equipment.dumbbells" => n.HasLimit("distance_m")
                ? $"{day}: {n.Distance("distance_m")} mit Hanteln; nach ein, zwei Meilen werden sie unbequem."
                : $"{day}: Hanteln in der Halle. Auf dem Laufband brauchst du die Hände für den Notstopp.",
            "equipment.wrist-weights" => $"{day}: {n.Mass("load_kg")} an den Handgelenken ist mehr als das Wenige, wofür sie gut sind.",
            "load.body-weight" => $"{day}: {n.Mass("load_kg")} sind {n.Percent("load_percent")} deines Körpergewichts{(n.Has("HILLY_AND_WEIGHTED") ? ", auf einer Strecke mit mehr Anstieg als sonst: Gewicht und Berge addieren sich" : "")}.",
            "load.beginner-ramp" => BeginnerRamp(finding, n, day),
            "return.after-break" => n.Has("LOAD_AFTER_BREAK")
                ? $"{day}: {n.Mass("load_kg")} nach {n.Count("break_days")} Tagen ohne Gewicht; davor hast du {n.Mass("established_load_kg")} getragen."
                : $"{day}: mit Gewicht nach {n.Count("running_break_days")} Tagen ganz ohne Lauf, und {n.Count("runs_back")} Läufen seither.",
            "load.jump" => $"{day}: von deinen üblichen {n.Mass("established_load_kg")} auf {n.Mass("load_kg")} in einem Schritt.",
            "distance.session-spike" => $"{day}: {n.Distance("distance_m")}; dein längster Lauf der 30 Tage davor war {n.DistanceLimit("longest_distance_m")}. Das sind {n.Percent("increase_percent")} mehr.",
            "distance.longer-than-usual" => $"{day}: {n.Distance("distance_m")} mit Gewicht; drei Viertel deiner üblichen Läufe sind nicht länger als {n.DistanceLimit("usual_distance_m")}.",
            "pace.chasing" => $"{day}: {n.Pace("flat_pace_s_per_km")} wie auf ebener Strecke. Deine Läufe dieser Länge ohne Gewicht liegen bei etwa {n.PaceLimit("usual_pace_s_per_km")}. "
                + $"Mit {n.Percent("load_percent")} ihres Gewichts sind die meisten {n.Slowdown().Least} bis {n.Slowdown().Most} % langsamer.",
            "positive.patient-pace" => $"{day}: etwa {n.Percent("slower_percent")} langsamer als ohne Gewicht, so viel erklärt die Last.",
            "effort.heart-rate" => n.HasLimit("usual_hr_bpm")
                ? $"{day}: Herzfrequenz {n.Count("avg_hr_bpm")}, {n.Percent("hr_rise_percent")} über deiner üblichen, ohne langsamer zu laufen."
                : $"{day}: Herzfrequenz {n.Count("avg_hr_bpm")}, {n.Percent("hr_percent")} {(n.Has("ESTIMATED") ? "der höchsten, die dein Alter vermuten lässt" : "deiner höchsten")}.",
            "frequency.weekly-limit" => $"{n.Count("sessions")} Läufe mit Gewicht in dieser Woche. {n.CountLimit("sessions")} sind das Höchste, was wir empfehlen; zwei sind besser.",
            "spacing.back-to-back" => $"Läufe mit Gewicht an {n.Count("days")} Tagen hintereinander, ab {day}.",
            "frequency.rolling-limit" => $"{n.Count("sessions")} Läufe mit Gewicht in den sieben Tagen bis {day}. {n.CountLimit("sessions")} sind das Höchste, was wir empfehlen.",
            "frequency.weekly-recommended" => n.Observed("days") <= n.Limit("days") || n.Has("IRONMAN")
                ? "Jeder Lauf der letzten vier Wochen war mit Gewicht."
                : $"Läufe mit Gewicht an {n.Count("days")} Tagen{(n.Has("REPEATED") ? ", wie in den meisten Wochen davor" : "")}. Empfohlen sind {n.CountLimit("days")} in der Woche.",
            "frequency.double-session" => $"{day}: {n.Count("sessions")} Läufe mit Gewicht an einem Tag.",
            "volume.load-distance-jump" => $"Last mal Strecke waren diese Woche {Units.LoadDistance(n.Observed("load_kg_km"))}; in den vier Wochen davor waren es je etwa {Units.LoadDistance(n.Limit("usual_load_kg_km"))}.",
            "positive.well-spaced-week" => "Nie zwei Tage hintereinander: Deine Beine hatten Zeit, sich zu erholen.",
            "positive.compliant-streak" => $"{n.Count("weeks")} Wochen mit Gewicht hintereinander, und nichts, worauf zu achten wäre.",
            "positive.unweighted-benefit" => n.Has("FALLING")
                ? $"Auf normalen Läufen bist du bei gleicher Herzfrequenz etwa {Units.Percent(Math.Round(-n.Observed("change_percent"), 1))} langsamer als vor zwei Monaten, zum zweiten Mal."
                : $"Auf normalen Läufen bist du bei gleicher Herzfrequenz etwa {n.Percent("change_percent")} schneller als vor zwei Monaten.",
            _ => throw new ArgumentException($"The rule {finding.Rule} has no sentence.", nameof(finding)),
        };
    }

    public override string Advice(Evaluation finding)
    {
        var n = new FindingNumbers(finding, Units);
        return finding.Rule switch
        {
            "equipment.ankle-weights" => "Von ihnen raten wir immer ab: mehr Last auf Knöcheln, Knien und Schienbeinen. Eine Weste kann es besser.",
            "equipment.dumbbells" => "Mit einer Weste oder einem Rucksack bleiben die Hände frei.",
            "equipment.wrist-weights" => "Halte sie so leicht wie möglich; eine Weste trägt mehr bei weniger Belastung.",
            "load.body-weight" when finding.Severity == Severity.Violation => "Das liegt über unserer eigenen Sicherheitsgrenze: Nimm vor dem nächsten Lauf Gewicht heraus.",
            "load.body-weight" => "Mit dieser Last langsamer zu sein, kürzer zu laufen und danach müde zu sein ist normal.",
            "load.beginner-ramp" when n.Has("SESSIONS") => $"Für den Anfang genügen {n.CountLimit("sessions")} in der Woche.",
            "load.beginner-ramp" when n.Has("NO_BASE") => "Zwei Läufe in der Woche ohne Gewicht sind eine Grundlage; bleib bis dahin bei wenig Last.",
            "load.beginner-ramp" when finding.Severity == Severity.Info => "Am Anfang ist kürzer besser.",
            "load.beginner-ramp" => "Fang klein an und steigere langsam: Knöchel und Knie brauchen Wochen.",
            "return.after-break" when n.Has("RUNNING_BREAK") => $"Lauf erst {n.CountLimit("runs_back")} Mal ohne Gewicht, über {n.CountLimit("days_back")} Tage.",
            "return.after-break" => $"Fang wieder mit höchstens {n.MassLimit("load_kg")} an.",
            "load.jump" => $"Versuch zuerst zweimal {n.NextMass()}.",
            "distance.session-spike" => "Bleib bei den nächsten Läufen nahe an deiner üblichen Strecke.",
            "distance.longer-than-usual" => "Mit Gewicht genügt deine übliche Strecke.",
            "pace.chasing" => $"Beim nächsten Mal: {n.PaceLimit("pace_s_per_km")} oder langsamer. Es gibt niemanden zu besiegen.",
            "effort.heart-rate" => "Lass das Tempo los, bis der Atem ruhig geht; mit Gewicht ist ein höherer Puls normal, so hoch ist es ein harter Lauf.",
            "frequency.weekly-limit" => "Tausch den nächsten gegen einen normalen Lauf.",
            "spacing.back-to-back" => "Lass mindestens einen Tag dazwischen, 48 Stunden.",
            "frequency.rolling-limit" => "Mach die nächsten zwei zu normalen Läufen.",
            "frequency.weekly-recommended" when n.Has("ALL_RUNS_WEIGHTED") => "Lauf auch ohne Gewicht: Dort zeigt sich der Nutzen, und damit vergleichen wir.",
            "frequency.weekly-recommended" => "Auch zwei in der Woche bringen dich auf Dauer weiter; lauf die übrigen normal.",
            "frequency.double-session" => "Einer am Tag lässt Zeit zum Erholen.",
            "volume.load-distance-jump" => "Trag nächste Woche weniger oder lauf kürzer.",
            "positive.unweighted-benefit" when n.Has("FALLING") => "Niemand ist schuld; denk an ein paar Tage Ruhe.",
            _ when finding.Rule.StartsWith("positive.", StringComparison.Ordinal) => "",
            _ => throw new ArgumentException($"The rule {finding.Rule} has no advice.", nameof(finding)),
        };
    }

    private static string BeginnerRamp(Evaluation finding, FindingNumbers n, string? day)
    {
        if (finding.Subject.StartsWith("week:", StringComparison.Ordinal))
        {
            return n.Has("SESSIONS")
                ? $"{n.Count("sessions")} Läufe mit Gewicht in einer deiner ersten vier Wochen mit Gewicht."
                : $"{n.Count("recent_runs")} Läufe in den acht Wochen vor dieser sind wenig, um mit Gewicht anzufangen.";
        }

        if (finding.Severity == Severity.Info)
            return $"{day}: {n.Distance("distance_m")} mit Gewicht, und die Hälfte deiner üblichen Läufe ist nicht länger als {n.DistanceLimit("distance_m")}.";

        var week = n.WeekOfStage();
        return n.HasLimit("load_percent")
            ? $"{day}: {n.Mass("load_kg")} sind {n.Percent("load_percent")} deines Körpergewichts, in Woche {week} mit Gewicht. Bis {n.PercentLimit("load_percent")} reicht dort unsere eigene Grenze."
            : $"{day}: {n.Mass("load_kg")} in Woche {week} mit Gewicht. Ohne dein Körpergewicht nehmen wir {n.MassLimit("load_kg")} als Grenze.";
    }
}
