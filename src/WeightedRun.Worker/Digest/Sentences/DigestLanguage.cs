using System.Globalization;

namespace WeightedRun.Worker.Digest.Sentences;

/// <summary>The languages of the digest.</summary>
internal enum DigestLanguage
{
    English,
    German,
}

/// <summary>Names of days and months, decimal sign: written down here, so that a machine without language data writes the same mail.</summary>
internal static class DigestCultures
{
    public static CultureInfo English { get; } = CultureInfo.InvariantCulture;

    public static CultureInfo German { get; } = MakeGerman();

    private static CultureInfo MakeGerman()
    {
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.DateTimeFormat.DayNames = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
        german.DateTimeFormat.AbbreviatedDayNames = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
        german.DateTimeFormat.MonthNames = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember", ""];
        german.DateTimeFormat.MonthGenitiveNames = german.DateTimeFormat.MonthNames;
        return CultureInfo.ReadOnly(german);
    }
}
