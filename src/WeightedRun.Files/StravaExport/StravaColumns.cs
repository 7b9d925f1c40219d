using System.Globalization;

namespace WeightedRun.Files.StravaExport;

/// <summary>
/// Where the columns of <c>activities.csv</c> are. Their names are localised and some occur twice, and old exports lack two of them,
/// so everything is counted from the one column whose values never change: the file name.
/// </summary>
internal sealed class StravaColumns
{
    // Since 2023; two fewer in 2021 and 2022 (no heart rate beside the effort, no private note), three fewer before.
    private const int NewestFilename = 12;
    private const int OlderFilename = 10;
    private const int OldestFilename = 9;

    private static readonly string[] TrueWords = ["true", "1", "10", "wahr", "ja", "yes", "si", "sim", "oui", "vrai", "vero", "verdadero", "verdadeiro", "waar"];
    private static readonly string[] FalseWords = ["false", "0", "00", "falsch", "nein", "nee", "no", "nao", "non", "faux", "falso", "onwaar"];

    private StravaColumns(int filename, bool hasPrivateNote)
    {
        Filename = filename;
        Gear = filename - 1;
        PrivateNote = hasPrivateNote ? filename - 2 : null;
        Commute = hasPrivateNote ? filename - 3 : filename - 2;
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

    public int MaxHeartRate => Filename + 18;

    public int AverageHeartRate => Filename + 19;

    private int CommuteNumber => Filename + 38;

    /// <summary>Finds the columns; null when this is no table of Strava's. <paramref name="rows"/> begins with the header and is read only as far as needed.</summary>
    public static StravaColumns? Find(IEnumerable<string[]> rows)
    {
        string[]? header = null;
        string[]? first = null;
        foreach (var row in rows)
        {
            var filename = Array.FindIndex(row, IsFilename);
            if (filename >= OldestFilename)
                return new StravaColumns(filename, HasPrivateNote(row, filename));

            if (header is null)
                header = row;
            else
                first ??= row;
        }

        // Only runs typed in by hand: no file is named anywhere, so the shape of the header has to do.
        if (first is null || header is null || header.Length <= OldestFilename || !first[0].All(char.IsAsciiDigit) || StravaDates.Parse(first[1]) is null)
            return null;

        var counted = FromRepeatedNames(header) ?? (header.Length > NewestFilename ? NewestFilename : header.Length > OlderFilename ? OlderFilename : OldestFilename);
        return new StravaColumns(counted, counted >= NewestFilename);
    }

    public string? FilenameIn(string[] row) => Filename < row.Length && IsFilename(row[Filename]) ? row[Filename] : null;

    public bool IsCommute(string[] row) => (Commute < row.Length ? Truth(row[Commute]) : null) ?? (CommuteNumber < row.Length && Number(row[CommuteNumber]) == 1);

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

    // Whatever the language, the names of elapsed time and distance come twice, the second time three and five behind the file name.
    private static int? FromRepeatedNames(string[] header)
    {
        for (var filename = OldestFilename; filename + 5 < header.Length; filename++)
        {
            if (header[filename + 3] == header[5] && header[filename + 5] == header[6])
                return filename;
        }

        return null;
    }

    // Between the two known layouts only one of the two columns was there: the one before gear is a yes or no, or it is the note.
    private static bool HasPrivateNote(string[] row, int filename) => filename >= NewestFilename || (filename > OlderFilename && Truth(row[filename - 2]) is null);

    private static bool IsFilename(string value)
    {
        const string Folder = "activities/";
        if (!value.StartsWith(Folder, StringComparison.Ordinal))
            return false;

        var afterNumber = value.AsSpan(Folder.Length).TrimStart("0123456789");
        return afterNumber.Length < value.Length - Folder.Length && afterNumber.StartsWith(".");
    }
}
