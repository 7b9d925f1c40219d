namespace WeightedRun.Analysis.Rules;

/// <summary>Metres a minute per heartbeat of clean runs, as if level: the last 28 days of a runner against the 56 days before them.</summary>
internal readonly record struct EfficiencyTrend
{
    private const int RecentDays = 28;
    private const int AllDays = 84;
    // Runs in either period, and weighted runs in both together.
    private const int MinRuns = 6;

    // Heat costs 0.3 to 0.4 % a degree: five degrees of summer look like a training effect.
    private const double MaxWarmer = 5;

    // The median of a normal sample varies 1.253 times as much as its mean; one-sided 5 %.
    private const double MedianFactor = 1.253;
    private const double OneSided = 1.64;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(90);

    public static int Needed => MinRuns;

    /// <summary>Enough runs, and no season in the way.</summary>
    public bool IsJudged => Have >= Needed && !IsSeasonal;

    /// <summary>The scarcest of what is needed six times.</summary>
    public int Have { get; private init; }

    /// <summary>The reference days were so much warmer that a change would be the weather's.</summary>
    public bool IsSeasonal { get; private init; }

    public int RecentRuns { get; private init; }

    public int ReferenceRuns { get; private init; }

    /// <summary>Change of the median as a share of the reference.</summary>
    public double Change { get; private init; }

    public double StandardError { get; private init; }

    public static EfficiencyTrend Until(int lastDay, History history)
    {
        var split = lastDay - RecentDays + 1;
        var (from, middle, to) = (history.Log.FirstFrom(lastDay - AllDays + 1), history.Log.FirstFrom(split), history.Log.FirstFrom(lastDay + 1));
        var (first, after) = history.CountedBetween(lastDay - AllDays + 1, lastDay);
        var recent = Summary.Of(history, middle, to);
        var reference = Summary.Of(history, from, middle);
        var have = Math.Min(Math.Min(recent.Runs, reference.Runs), after - first);
        return new EfficiencyTrend
        {
            Have = have,
            IsSeasonal = have >= Needed && reference.Temperature - recent.Temperature is { } warmer && Tolerance.Exceeds(warmer, MaxWarmer),
            RecentRuns = recent.Runs,
            ReferenceRuns = reference.Runs,
            Change = (recent.Median / reference.Median) - 1,
            StandardError = MedianFactor * Math.Sqrt((recent.Deviation * recent.Deviation / recent.Runs) + (reference.Deviation * reference.Deviation / reference.Runs)) / reference.Median,
        };
    }

    public double ThresholdOf(Thresholds thresholds) => Math.Max(thresholds.BenefitPercent / 100, OneSided * StandardError);

    private readonly record struct Summary(int Runs, double Median, double Deviation, double? Temperature)
    {
        public static Summary Of(History history, int from, int to)
        {
            var numbers = history.Scratch(2 * (to - from));
            var (count, warm) = (0, 0);
            for (var i = from; i < to; i++)
            {
                var run = history.Runs[i];
                if (!run.IsClean || run.IsTooHilly || run.MovingTime < Shortest || run.MovingTime > Longest || run.Whole.AverageHeartRateBpm is not { } rate)
                    continue;

                numbers[count++] = 60_000 / run.FlatSecondsPerKilometer / rate;
                if (run.Whole.TemperatureCelsius is { } degrees)
                    numbers[to - from + warm++] = degrees;
            }

            if (count == 0)
                return default;

            double? temperature = warm >= MinRuns ? Sample.Median(numbers.AsSpan(to - from, warm)) : null;
            var median = Sample.Median(numbers.AsSpan(0, count));
            return new Summary(count, median, Sample.Deviation(numbers.AsSpan(0, count), median), temperature);
        }
    }
}
