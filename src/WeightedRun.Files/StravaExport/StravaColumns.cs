using System.Globalization;

namespace WeightedRun.Files.StravaExport;

/// <summary>
/// Where the columns of <c>activities.csv</c> are. Their names are localised and some occur twice, and old exports lack two of them,
/// so everything is counted from the one column whose values never change: the file name.
/// </summary>
internal sealed class StravaColumns
{
    // Commute, private note, gear, file name: the order since 2023. Without private note: 2021 and 2022.
    private const int NewestFilename = 12;

    private static readonly string[] FilenameWords = ["filename", "dateiname", "bestandsnaam", "nombredearchivo", "nomdufichier", "nomdefichier", "nomefile", "nomedelfile", "nomedoarquivo", "nomedoficheiro"];
    private static readonly string[] TrueWords = ["true", "1", "10", "wahr", "ja", "si", "sim", "oui", "vrai", "vero", "verdadero", "verdadeiro", "waar"];
    private static readonly string[] FalseWords = ["false", "0", "00", "falsch", "nein", "nee", "no", "nao", "non", "faux", "falso", "onwaar"];

    private StravaColumns(int filename, int commute)
    {
        Filename = filename;
        Commute = commute;
        Gear = filename - 1;
        PrivateNote = commute < filename - 2 ? filename - 2 : null;
    }

    public int Filename { get; }

    public int Commute { get; }

    public int Gear { get; }

    public int? PrivateNote { get; }

    public int AthleteWeight => Filename + 1;

    public int ElapsedTime => Filename + 3;

    public int MovingTime => Filename + 4;

    public int DistanceMeters => Filename + 5;

    public int ElevationGain => Filename + 8;

    /// <summary>Finds the columns; <paramref name="rows"/> begins with the header and is read only as far as needed.</summary>
    public static StravaColumns Find(IEnumerable<string[]> rows)
    {
        string[]? header = null;
        foreach (var row in rows)
        {
            header ??= row;
            var filename = Array.FindIndex(row, IsFilename);
            if (filename > 5)
                return new StravaColumns(filename, CommuteOf(row, filename));
        }

        // Only runs typed in by hand: no file is named anywhere, so the header has to do.
        var named = Array.FindIndex(header ?? [], name => FilenameWords.Contains(SportWords.Fold(name)));
        return named > 5 ? new StravaColumns(named, named == NewestFilename - 2 ? named - 2 : named - 3) : new StravaColumns(NewestFilename, NewestFilename - 3);
    }

    public static bool? Truth(string value)
    {
        var word = SportWords.Fold(value);
        return TrueWords.Contains(word) ? true : FalseWords.Contains(word) ? false : null;
    }

    /// <summary>A number with a point or a comma, whatever the runner's language; the last of the two is the decimal sign.</summary>
    public static double? Number(string value)
    {
        var plain = value.LastIndexOf(',') > value.LastIndexOf('.') ? value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : value.Replace(",", "", StringComparison.Ordinal);
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    private static int CommuteOf(string[] row, int filename) => Truth(row[filename - 2]) is not null && row[filename - 2].Length > 0 ? filename - 2 : filename - 3;

    private static bool IsFilename(string value) =>
        value.StartsWith("activities/", StringComparison.Ordinal) && value.Length > 12 && char.IsAsciiDigit(value[11]) && value.Contains('.', StringComparison.Ordinal);
}
