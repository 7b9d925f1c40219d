namespace WeightedRun.Analysis.Rules;

/// <summary>A runner's highest heart rate: what they set, else the highest that was seen three times within a year, else 208 − 0.7 × age (Tanaka 2001).</summary>
internal readonly record struct HighestHeartRate(double? Bpm, bool IsEstimated)
{
    private const int WindowDays = 365;

    // One reading may be a sensor's fault; three within three beats of each other are a heart.
    private const int Witnesses = 3;
    private const double Agreement = 3;

    public static HighestHeartRate Of(TaggedRun run, RuleContext week)
    {
        if (week.History.Profile.MaxHeartRateBpm is { } set)
            return new HighestHeartRate(set, false);

        if (Observed(run, week.History) is { } observed)
            return new HighestHeartRate(observed, false);

        return week.Age is { } age ? new HighestHeartRate(208 - (0.7 * age), true) : default;
    }

    private static double? Observed(TaggedRun run, History history) => HighestWithWitnesses(history.HighestRatesBetween(run.Day - WindowDays, run.Day - 1));

    private static double? HighestWithWitnesses(ReadOnlySpan<double> rates)
    {
        for (var bound = double.PositiveInfinity; ;)
        {
            var highest = double.NegativeInfinity;
            foreach (var rate in rates)
            {
                if (rate < bound)
                    highest = Math.Max(highest, rate);
            }

            if (double.IsNegativeInfinity(highest))
                return null;

            var near = 0;
            foreach (var rate in rates)
                near += Tolerance.Reaches(Agreement, Math.Abs(rate - highest)) ? 1 : 0;

            if (near >= Witnesses)
                return highest;

            bound = highest;
        }
    }
}
