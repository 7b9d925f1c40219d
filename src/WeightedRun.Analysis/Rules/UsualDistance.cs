using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Rules;

/// <summary>How far the runner usually runs without weight: the clean runs of the 42 days before a day.</summary>
/// <param name="Runs">How many there are.</param>
/// <param name="Median">Half of them are longer; meaningful from one run on.</param>
/// <param name="Upper">A quarter of them is longer.</param>
internal sealed record UsualDistance(int Runs, Distance Median, Distance Upper)
{
    /// <summary>Fewer runs are not a habit.</summary>
    public const int MinRuns = 6;

    private const int WindowDays = 42;

    public bool IsKnown => Runs >= MinRuns;

    /// <param name="day">The day; runs of the same day do not count.</param>
    /// <param name="index">The position of the first run that is not asked about, or of any run of that day.</param>
    /// <param name="history">The runner's history.</param>
    public static UsualDistance Before(int day, int index, History history)
    {
        var distances = history.Scratch(index);
        var count = 0;
        for (var i = index - 1; i >= 0 && history.Runs[i].Day >= day - WindowDays; i--)
        {
            if (history.Runs[i].IsClean && history.Runs[i].Day < day)
                distances[count++] = history.Runs[i].Distance!.Value.Meters;
        }

        if (count == 0)
            return new UsualDistance(0, default, default);

        var sample = distances.AsSpan(0, count);
        return new UsualDistance(count, Distance.FromMeters(Sample.Median(sample)), Distance.FromMeters(Sample.Percentile(sample, 0.75)));
    }
}
