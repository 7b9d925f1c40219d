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
            "run", "running", "street running", "obstacle run", "ultra run", "9", "lauf", "laufen", "hardlopen", "hardloopsessie", "carrera", "correr",
            "course", "course à pied", "corsa", "corrida",
        ],
        [Sport.TrailRun] =
        [
            "trail run", "trail running", "trail", "traillauf", "geländelauf", "trailrun", "trailloop", "carrera de trail", "carrera de montaña",
            "trail de course", "course de trail", "course à pied trail", "corsa su sentiero", "trail corsa", "corrida em trilha", "corrida de trilha",
        ],
        [Sport.VirtualRun] =
        [
            "virtual run", "virtual running", "virtueller lauf", "virtuelle hardloopsessie", "virtuele hardloopsessie", "virtueel hardlopen", "carrera virtual",
            "course virtuelle", "course à pied virtuelle", "corsa virtuale", "corrida virtual",
        ],
        [Sport.TreadmillRun] = ["treadmill", "treadmill running", "indoor running", "laufband", "loopband", "cinta de correr", "tapis de course", "tapis roulant", "esteira"],
        [Sport.TrackRun] = ["track running", "track run"],
        [Sport.Walk] = ["walk", "walking", "casual walking", "speed walking", "10", "spaziergang", "gehen", "wandeling", "wandelen", "caminata", "caminar", "marche", "camminata", "caminhada"],
        [Sport.Hike] = ["hike", "hiking", "4", "wanderung", "wandern", "hiketocht", "wandeltocht", "senderismo", "excursión", "randonnée", "escursione", "escursionismo", "trilha"],
        [Sport.Ruck] = ["ruck", "rucking"],
        [Sport.Ride] =
        [
            "ride", "biking", "cycling", "bike", "1", "virtual ride", "ebike ride", "mountain bike ride", "gravel ride", "road biking", "mountain biking", "indoor cycling",
            "radfahrt", "radfahren", "virtuelle radfahrt", "fietsrit", "fietsen", "virtuele fietsrit", "vuelta ciclista", "ciclismo", "bicicleta", "sortie à vélo", "vélo", "cyclisme",
            "giro in bici", "giro in bicicletta", "pedalada", "passeio de bicicleta",
        ],
        [Sport.Swim] = ["swim", "swimming", "lap swimming", "open water swimming", "16", "schwimmen", "zwemmen", "natación", "natation", "nuoto", "natação"],
    }.SelectMany(sport => sport.Value.Select(word => (Word: Fold(word), Sport: sport.Key)))
        .DistinctBy(entry => entry.Word).ToFrozenDictionary(entry => entry.Word, entry => entry.Sport, StringComparer.Ordinal);

    /// <summary>The sport of a word; null when the word is not known or missing.</summary>
    public static Sport? Find(string? word) => word is not null && Words.TryGetValue(Fold(word), out var sport) ? sport : null;

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
