using System.Globalization;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Files.Xml;

/// <summary>The values that activity files hold; null for what is none.</summary>
internal static class XmlValues
{
    private const int SecondsLength = 19;
    private const int MaxWordLength = 40;
    private const double MostStridesPerMinute = 130;

    public static double? NumberOf(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>An ISO 8601 time as UTC; without a zone it is UTC already, as both formats demand.</summary>
    public static DateTime? TimeOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.EndsWith("Z") && TryUtc(text[..^1], out var utc))
            return utc;

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) && IsPlausible(time) ? time : null;
    }

    /// <summary>A program's word for a sport in snake_case; null for a number, which is nobody's word.</summary>
    public static string? WordOf(string? text)
    {
        if (text is null || double.TryParse(text, CultureInfo.InvariantCulture, out _))
            return null;

        var word = string.Concat(text.Trim().Take(MaxWordLength).Select((letter, i) =>
            char.IsUpper(letter) && i > 0 && char.IsLower(text.Trim()[i - 1]) ? $"_{letter}" : char.IsLetterOrDigit(letter) ? $"{letter}" : "_"));
        return word.ToLowerInvariant();
    }

    /// <summary>Both formats count one foot. Some programs count both, and nobody takes 260 steps a minute.</summary>
    public static double? StepsOf(Sport sport, double? cadence) => !sport.IsOnFoot() ? null : cadence <= MostStridesPerMinute ? cadence * 2 : cadence;

    // "2024-05-06T07:08:09" and ".123" behind it: what nearly all files write, at a tenth of the general parser's cost.
    private static bool TryUtc(ReadOnlySpan<char> text, out DateTime time)
    {
        time = default;
        if (text.Length < SecondsLength || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
            !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day) ||
            !TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute) || !TryDigits(text[17..19], out var second))
            return false;

        if (year < 1990 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;

        var fraction = 0.0;
        if (text.Length > SecondsLength && (text[SecondsLength] != '.' || !double.TryParse(text[SecondsLength..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fraction)))
            return false;

        time = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddMilliseconds(Math.Round(fraction * 1000));
        return IsPlausible(time);
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return false;

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    // Before watches and after their batteries lies a broken clock.
    private static bool IsPlausible(DateTime time) => time.Year is >= 1990 and < 2200;
}
