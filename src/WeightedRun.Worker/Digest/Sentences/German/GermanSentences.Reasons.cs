namespace WeightedRun.Worker.Digest.Sentences.German;

/// <summary>Where each rule comes from, what a reason adds, and what would mend what could not be checked.</summary>
internal sealed partial class GermanSentences
{
    public override string Why(string rule) => $"{rule}, " + rule switch
    {
        "equipment.ankle-weights" => "aus dem Artikel (nie mit Fußgewichten laufen)",
        "equipment.dumbbells" => "aus dem Artikel (nach ein, zwei Meilen unbequem, auf dem Laufband gefährlich)",
        "equipment.wrist-weights" => "aus dem Artikel (nur ganz wenig), wie viel das ist, sagen wir",
        "load.body-weight" => "10 % aus dem Artikel, 15 und 20 % unsere eigenen Grenzen",
        "load.beginner-ramp" => "aus dem Artikel (klein anfangen, langsam steigern), die Zahlen sind unsere",
        "return.after-break" => "unsere eigenen Grenzen",
        "load.jump" => "aus dem Artikel (langsam steigern), der Schritt ist unserer",
        "distance.session-spike" => "Sprünge über 10 % gingen in einer Studie mit 5.205 Läufern mit mehr Verletzungen einher (Br J Sports Med 2025)",
        "distance.longer-than-usual" => "aus dem Artikel (lauf die gewohnte Strecke), die Anteile sind unsere",
        "pace.chasing" => "aus dem Artikel (nicht gegen sich selbst antreten) und zwei Studien (Med Sci Sports 1978, J Exp Biol 2007)",
        "positive.patient-pace" => "aus dem Artikel (langsamer laufen) und denselben zwei Studien wie pace.chasing",
        "effort.heart-rate" => "aus dem Artikel (mit Gewicht schlägt das Herz schneller), 85 % ist unsere eigene Grenze",
        "frequency.weekly-limit" => "aus dem Artikel (nicht mehr als dreimal in der Woche)",
        "spacing.back-to-back" => "aus dem Artikel (nicht jeden Tag), wie viele Tage, sagen wir",
        "frequency.rolling-limit" => "die drei in der Woche aus dem Artikel, von jedem Tag aus gesehen",
        "frequency.weekly-recommended" => "aus dem Artikel (bei zweien in der Woche bleiben)",
        "frequency.double-session" => "unsere eigene Grenze nach dem Artikel (nicht jeden Tag)",
        "volume.load-distance-jump" => "unsere eigene Grenze",
        "positive.well-spaced-week" => "aus dem Artikel (nicht jeden Tag)",
        "positive.compliant-streak" => "aus dem Artikel (Nutzen auf lange Sicht)",
        "positive.unweighted-benefit" => "aus dem Artikel (der Nutzen zeigt sich auf den Läufen ohne Gewicht)",
        _ => throw new ArgumentException($"The rule {rule} has no source.", nameof(rule)),
    };

    public override string RuleName(string rule) => rule switch
    {
        "equipment.ankle-weights" => "Fußgewichte",
        "equipment.dumbbells" => "Hanteln",
        "equipment.wrist-weights" => "Armgewichte",
        "load.body-weight" => "Last gegen Körpergewicht",
        "load.beginner-ramp" => "langsamer Anfang",
        "return.after-break" => "Rückkehr nach einer Pause",
        "load.jump" => "Last gegen die übliche",
        "distance.session-spike" => "Strecke gegen den längsten Lauf",
        "distance.longer-than-usual" => "Strecke gegen die übliche",
        "pace.chasing" => "Tempo",
        "positive.patient-pace" => "Geduld",
        "effort.heart-rate" => "Herzfrequenz",
        "frequency.weekly-limit" => "Läufe mit Gewicht in der Woche",
        "spacing.back-to-back" => "freie Tage zwischen Läufen mit Gewicht",
        "frequency.rolling-limit" => "Läufe mit Gewicht in sieben Tagen",
        "frequency.weekly-recommended" => "zwei Läufe mit Gewicht in der Woche",
        "frequency.double-session" => "zwei Läufe mit Gewicht an einem Tag",
        "volume.load-distance-jump" => "Last mal Strecke",
        "positive.well-spaced-week" => "eine gut verteilte Woche",
        "positive.compliant-streak" => "Wochen hintereinander",
        "positive.unweighted-benefit" => "Tempo ohne Gewicht",
        _ => throw new ArgumentException($"The rule {rule} has no name.", nameof(rule)),
    };

    public override string Remark(string reason) => reason switch
    {
        "BODY_WEIGHT_STALE" => "Was wir von deinem Körpergewicht wissen, ist mehr als ein halbes Jahr alt.",
        "ONE_PRIOR" => "Zum Vergleichen gibt es nur einen früheren Lauf mit Gewicht.",
        "COUNTS_AS_WEIGHTED" => "So viel an den Handgelenken zählt als Lauf mit Gewicht.",
        "SMALL" => "In einer Studie mit Läufern ohne Gewicht gab es nach solchen Sprüngen 1,64-mal so viele Verletzungen.",
        "MODERATE" => "In einer Studie mit Läufern ohne Gewicht gab es nach solchen Sprüngen 1,52-mal so viele Verletzungen.",
        "LARGE" => "In einer Studie mit Läufern ohne Gewicht gab es nach solchen Sprüngen 2,28-mal so viele Verletzungen.",
        "HR_RELIEF" => "Dein Herz schlug nicht schneller als sonst, darum wiegt es eine Stufe weniger.",
        "FASTER_THAN_UNWEIGHTED" => "Das ist schneller als ohne Gewicht.",
        "SAME_TIME" => "Es war deine übliche Strecke in fast deiner üblichen Zeit.",
        "QUALITY" => "Du hast es als Wettkampf oder Training markiert.",
        "WEIGHTED_BEST" => "Es ist dein schnellster mit einer solchen Last, bei höherer Herzfrequenz.",
        "OLDER_RUNNER" => "Ab 50 sind unsere Grenzen enger.",
        "ESTIMATED" or "EXPERIENCED" or "HILLY_AND_WEIGHTED" or "SESSIONS" or "NO_BASE" or "LOAD_AFTER_BREAK" or "RUNNING_BREAK" or "IRONMAN" or "REPEATED" or "ALL_RUNS_WEIGHTED" or "FALLING" or "DISTANCE" => "",
        _ => throw new ArgumentException($"The reason {reason} has no sentence.", nameof(reason)),
    };

    public override string NotChecked(string rule, string reason) => (rule, reason) switch
    {
        (_, "WEEK_NOT_SYNCED") => "Wie viele Läufe mit Gewicht es in der Woche waren: Sie ist noch nicht vorbei, oder es ist noch nicht alles hier.",
        (_, "BODY_WEIGHT") => "Last gegen Körpergewicht: Wir wissen nicht, was du wiegst. Trag es in den Einstellungen ein; ein Bericht über Dateien nimmt es als Option.",
        (_, "LOAD") => "Last: Ein Lauf mit Gewicht sagt nicht, mit wie viel. Schreib es in den Titel, etwa \"Weste 7 kg\".",
        (_, "WEEKS" or "BASE") => "Last mal Strecke gegen das Übliche: Dazu braucht es Gewicht in drei der vier Wochen davor.",
        (_, "RUNS") => "Strecke gegen deine letzten Läufe: Dazu braucht es vier Läufe in den 30 Tagen davor.",
        ("distance.session-spike", "HISTORY") => "Strecke gegen deine letzten Läufe: Dazu braucht es die 30 Tage davor.",
        (_, "HISTORY") => "Ob du aus einer Pause zurückkommst: Dazu braucht es die 84 Tage davor.",
        (_, "ESTABLISHED_LOAD") => "Die Last nach deiner Pause: Die Läufe davor sagen nicht, mit wie viel.",
        (_, "DISTANCE") => "Strecke: Ein Lauf hat keine.",
        (_, "TIME") => "Tempo: Ein Lauf mit Gewicht hat keine Zeit in Bewegung.",
        (_, "TOO_HILLY") => "Tempo: Ein Lauf mit Gewicht hatte so viel Anstieg, dass sein Tempo nichts sagt.",
        (_, "NO_HR") => "Herzfrequenz: Ein Lauf mit Gewicht hat keine (ein Brustgurt hülfe).",
        (_, "HR_QUALITY") => "Herzfrequenz: Ein Lauf ist zu kurz, oder seine Herzfrequenz ist nicht glaubhaft (Sensoren am Handgelenk zählen manchmal Schritte).",
        (_, "HR_MAX") => "Herzfrequenz: Wir kennen deine höchste nicht. Dein Geburtsjahr genügt.",
        (_, "SEASON") => "Tempo bei gleicher Herzfrequenz: Die Wochen davor waren viel wärmer, ein Unterschied käme vom Wetter.",
        _ => throw new ArgumentException($"The reason {reason} of {rule} has no sentence.", nameof(reason)),
    };

    public override string TooLittle(string rule, string have, string need) => rule switch
    {
        "distance.longer-than-usual" => $"Strecke gegen die übliche: Dazu braucht es {need} Läufe ohne Gewicht in den 42 Tagen davor; es sind {have}.",
        "pace.chasing" or "positive.patient-pace" => $"Tempo: Dazu braucht es {need} Läufe ohne Gewicht von etwa dieser Länge in den 56 Tagen davor; es sind {have}.",
        "positive.unweighted-benefit" => $"Tempo bei gleicher Herzfrequenz über die Zeit: Dazu braucht es {need} Läufe ohne Gewicht in den letzten vier Wochen und in den acht davor, und ebenso viele mit Gewicht; es sind {have}.",
        _ => throw new ArgumentException($"What {rule} has too little of has no sentence.", nameof(rule)),
    };
}
