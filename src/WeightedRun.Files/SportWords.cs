using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Files;

/// <summary>
/// What files and exports call a sport: TCX and GPX words, Garmin's type keys, Strava's types in the seven languages of its exports.
/// Compared without case, accents and separators.
/// </summary>
internal static class SportWords
{
    private static readonly FrozenDictionary<string, Sport> Words = new Dictionary<Sport, string[]>
    {
        // Strava's older GPX files number their types in the order of its alphabet: 9 is a run.
        [Sport.Run] =
        [
            "run", "running", "street running", "obstacle run", "ultra run", "jogging", "9", "lauf", "laufen", "hardlopen", "hardloopsessie", "carrera", "correr",
            "course", "course à pied", "corsa", "corrida",
        ],
        [Sport.TrailRun] =
        [
            "trail run", "trail running", "trail", "traillauf", "geländelauf", "trailrunning", "trailloop", "trailrunsessie", "carrera de trail", "carrera de montaña",
            "carrera por montaña", "trail de course", "course de trail", "course à pied trail", "course sur sentier", "corsa su sentiero", "corsa in montagna",
            "trail corsa", "corsa trail", "corrida em trilha", "corrida de trilha", "corrida em trilhos", "corrida de montanha",
        ],
        [Sport.VirtualRun] =
        [
            "virtual run", "virtual running", "virtueller lauf", "virtuele hardloopsessie", "virtueel hardlopen", "virtuele run", "carrera virtual",
            "course virtuelle", "course à pied virtuelle", "corsa virtuale", "corrida virtual",
        ],
        [Sport.TreadmillRun] =
        [
            "treadmill", "treadmill run", "treadmill running", "indoor running", "indoor run", "laufband", "laufbandlauf", "loopband", "loopbandsessie", "cinta de correr",
            "carrera en cinta", "tapis de course", "course sur tapis", "tapis roulant", "corsa su tapis roulant", "esteira", "corrida na esteira", "corrida em esteira", "passadeira",
        ],
        [Sport.TrackRun] = ["track running", "track run", "bahnlauf"],
        [Sport.Walk] =
        [
            "walk", "walking", "casual walking", "speed walking", "indoor walking", "10", "spaziergang", "gehen", "walken", "wandeling", "wandelen", "caminata", "caminar",
            "paseo", "marche", "marche à pied", "camminata", "passeggiata", "caminhada",
        ],
        [Sport.Hike] =
        [
            "hike", "hiking", "4", "wanderung", "wandern", "hiketocht", "wandeltocht", "bergwandeling", "trektocht", "senderismo", "excursión", "excursionismo", "randonnée",
            "randonnée pédestre", "escursione", "escursionismo", "trilha", "caminhada em trilha", "trekking",
        ],
        [Sport.Ruck] = ["ruck", "rucking"],
        [Sport.Ride] =
        [
            "ride", "biking", "cycling", "bike", "1", "virtual ride", "ebike ride", "e mountain bike ride", "mountain bike ride", "gravel ride", "road biking", "mountain biking",
            "indoor cycling", "gravel cycling", "virtual ride", "velomobile", "radfahrt", "radfahren", "virtuelle radfahrt", "mountainbike fahrt", "gravel fahrt", "e bike fahrt",
            "fietsrit", "fietsen", "fietstocht", "virtuele fietsrit", "vuelta ciclista", "vuelta en bicicleta", "recorrido en bicicleta", "ciclismo", "ciclismo virtual", "bicicleta",
            "sortie à vélo", "sortie vélo", "vélo", "cyclisme", "sortie à vélo virtuelle", "giro in bici", "giro in bicicletta", "uscita in bici", "ciclismo virtuale",
            "pedalada", "pedalada virtual", "percurso de bicicleta", "passeio de bicicleta",
        ],
        [Sport.Swim] = ["swim", "swimming", "lap swimming", "open water swimming", "16", "schwimmen", "zwemmen", "zwemsessie", "natación", "natation", "nuoto", "nuotata", "natação"],
    }.SelectMany(sport => sport.Value.Select(word => (Word: Fold(word), Sport: sport.Key)))
        .DistinctBy(entry => entry.Word).ToFrozenDictionary(entry => entry.Word, entry => entry.Sport, StringComparer.Ordinal);

    /// <summary>The sport of a word; null when the word is not known or missing.</summary>
    public static Sport? Find(string? word) => word is not null && Words.TryGetValue(Fold(word), out var sport) ? sport : null;

    /// <summary>
    /// The sport of a recording that also has a word on the runner's site: "run" there says less than "treadmill" in the file, a device's
    /// ruck is more than a hike, and anything else was chosen by the runner.
    /// </summary>
    public static Sport Prefer(Sport? stated, Sport recorded) => stated switch
    {
        null or Sport.Other => recorded,
        Sport.Run when recorded.IsRun() => recorded,
        Sport.Hike or Sport.Walk when recorded == Sport.Ruck => recorded,
        { } chosen => chosen,
    };

    /// <summary>Lower case, without accents and anything that is neither letter nor digit.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}
