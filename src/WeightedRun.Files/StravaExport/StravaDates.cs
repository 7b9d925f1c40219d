using System.Globalization;

namespace WeightedRun.Files.StravaExport;

/// <summary>
/// The dates of <c>activities.csv</c>, which are UTC in the words of the runner's language:
/// "May 29, 2022, 3:53:35 PM", "22.05.2024, 08:19:26", "2 ago 2026, 12:20:32 p.m.", "22 de mai. de 2024, 08:19:26".
/// </summary>
internal static class StravaDates
{
    // By the first letters without accents; the longer ones first, because French June and July share three.
    private static readonly (string Start, int Month)[] Months =
    [
        ("juin", 6), ("juil", 7), ("jan", 1), ("ene", 1), ("gen", 1), ("feb", 2), ("fev", 2), ("mar", 3), ("mae", 3), ("mrt", 3), ("maa", 3),
        ("apr", 4), ("abr", 4), ("avr", 4), ("may", 5), ("mai", 5), ("mei", 5), ("mag", 5), ("jun", 6), ("giu", 6), ("jul", 7), ("lug", 7),
        ("aug", 8), ("ago", 8), ("aou", 8), ("sep", 9), ("set", 9), ("oct", 10), ("okt", 10), ("out", 10), ("ott", 10), ("nov", 11),
        ("dec", 12), ("dez", 12), ("dic", 12),
    ];

    /// <summary>The date, or null when the text is none.</summary>
    public static DateTime? Parse(string text)
    {
        Span<int> numbers = stackalloc int[6];
        var count = 0;
        var (month, isAfternoon, isTwelveHour) = (0, false, false);
        foreach (var token in Tokens(text))
        {
            if (char.IsAsciiDigit(token[0]))
            {
                if (count == numbers.Length || !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count]))
                    return null;

                count++;
            }
            else if (count < 3 && MonthOf(token) is { } named)
            {
                month = named;
            }
            else if (count >= 4 && token is "a" or "am" or "p" or "pm")
            {
                (isTwelveHour, isAfternoon) = (true, isAfternoon || token[0] == 'p');
            }
        }

        return Compose(numbers[..count], month, isTwelveHour, isAfternoon);
    }

    private static DateTime? Compose(ReadOnlySpan<int> numbers, int month, bool isTwelveHour, bool isAfternoon)
    {
        // With a month in words: day and year; in figures: day, month, year, or year first.
        var dateLength = month > 0 ? 2 : 3;
        if (numbers.Length < dateLength + 2)
            return null;

        var (year, day) = (numbers[dateLength - 1], numbers[0]);
        if (month == 0)
        {
            month = numbers[1];
            if (numbers[0] > 31)
                (year, day) = (numbers[0], numbers[2]);
        }

        var (hour, minute) = (numbers[dateLength], numbers[dateLength + 1]);
        var second = numbers.Length > dateLength + 2 ? numbers[dateLength + 2] : 0;
        if (isTwelveHour)
            hour = (hour % 12) + (isAfternoon ? 12 : 0);

        return year is < 1990 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59
            ? null
            : new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
    }

    private static int? MonthOf(string token)
    {
        foreach (var (start, month) in Months)
        {
            if (token.StartsWith(start, StringComparison.Ordinal))
                return month;
        }

        return null;
    }

    private static IEnumerable<string> Tokens(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var isDigit = char.IsAsciiDigit(text[start]);
            var end = start + 1;
            if (isDigit || char.IsLetter(text[start]))
            {
                while (end < text.Length && (isDigit ? char.IsAsciiDigit(text[end]) : char.IsLetter(text[end])))
                    end++;

                yield return isDigit ? text[start..end] : SportWords.Fold(text[start..end]);
            }

            start = end;
        }
    }
}
