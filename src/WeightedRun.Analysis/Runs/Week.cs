using System.Globalization;

namespace WeightedRun.Analysis.Runs;

/// <summary>
/// Seven local dates that are judged together. A week that starts on Monday is the ISO 8601 week; one that starts on Sunday
/// begins the day before the Monday of the ISO week whose label it carries (2025-W10 = 2025-03-02 to 2025-03-08).
/// </summary>
public readonly record struct Week
{
    private Week(DateOnly startsOn) => StartsOn = startsOn;

    /// <summary>The first day.</summary>
    public DateOnly StartsOn { get; }

    /// <summary>The last day, six days after the first.</summary>
    public DateOnly EndsOn => StartsOn.AddDays(6);

    /// <summary>The ISO label, e.g. <c>2025-W10</c>.</summary>
    public string Label
    {
        get
        {
            var monday = (StartsOn.DayOfWeek == DayOfWeek.Sunday ? StartsOn.AddDays(1) : StartsOn).ToDateTime(default);
            return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}");
        }
    }

    /// <summary>The week that holds a date.</summary>
    public static Week Containing(DateOnly date, DayOfWeek weekStartsOn = DayOfWeek.Monday) =>
        new(date.AddDays(-(((int)date.DayOfWeek - (int)weekStartsOn + 7) % 7)));

    /// <summary>The week of a label such as <c>2025-W10</c>; false when the text is no ISO week.</summary>
    public static bool TryParse(string? label, DayOfWeek weekStartsOn, out Week week)
    {
        week = default;
        if (label is not { Length: 8 } || label[4] != '-' || label[5] != 'W'
            || !int.TryParse(label.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9000
            || !int.TryParse(label.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday));
        week = new Week(weekStartsOn == DayOfWeek.Sunday ? monday.AddDays(-1) : monday);
        return true;
    }

    /// <summary>Whether a date lies in the week.</summary>
    public bool Contains(DateOnly date) => date >= StartsOn && date <= EndsOn;

    /// <summary>The week so many weeks later, or earlier for a negative number.</summary>
    public Week AddWeeks(int weeks) => new(StartsOn.AddDays(7 * weeks));

    /// <summary>The label.</summary>
    public override string ToString() => Label;
}
