namespace WeightedRun.Worker.Web.Trends;

/// <summary>From a day and a value to a place in the picture.</summary>
internal sealed class Scale
{
    public const double Left = 56;
    public const double Right = 712;
    public const double Top = 12;
    public const double Bottom = 196;

    private readonly DateOnly _from;
    private readonly int _days;
    private readonly double _least;
    private readonly double _most;

    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="values">What must fit.</param>
    /// <param name="startsAtZero">Bars are read by their length, so they start at zero.</param>
    public Scale(DateOnly from, DateOnly until, IReadOnlyCollection<double> values, bool startsAtZero)
    {
        (_from, _days) = (from, Math.Max(1, until.DayNumber - from.DayNumber));
        Step = StepOf(values.Max() - (startsAtZero ? 0 : values.Min()));
        _least = startsAtZero ? 0 : Math.Floor(values.Min() / Step) * Step;
        _most = Math.Max(_least + Step, Math.Ceiling(values.Max() / Step) * Step);
    }

    /// <summary>Between two lines.</summary>
    public double Step { get; }

    public IEnumerable<double> Ticks
    {
        get
        {
            for (var i = 0; _least + (i * Step) <= _most + (Step / 2); i++)
                yield return _least + (i * Step);
        }
    }

    public double X(DateOnly day) => Math.Round(Left + ((day.DayNumber - _from.DayNumber) / (double)_days * (Right - Left)), 1);

    public double Y(double value) => Math.Round(Bottom - ((Math.Clamp(value, _least, _most) - _least) / (_most - _least) * (Bottom - Top)), 1);

    /// <summary>1, 2 or 5 times a power of ten, so that about four lines cross the picture.</summary>
    private static double StepOf(double span)
    {
        if (span <= 0)
            return 1;

        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        return (span / 4 / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
