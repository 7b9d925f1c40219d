namespace WeightedRun.Analysis.Rules;

/// <summary>The fastest run so far with such a load over such a distance, and with a higher heart rate than the best before: a race against oneself.</summary>
internal static class WeightedBest
{
    private const int MinRuns = 3;
    private const double FasterShare = 0.98;
    private const double LeastLoadShare = 0.9;
    private const double LeastDistanceShare = 0.8;
    private const double MostDistanceShare = 1.25;
    private const double HigherBpm = 3;

    public static bool Is(TaggedRun run, History history)
    {
        if (run.Session.Whole.AverageHeartRateBpm is not { } rate)
            return false;

        var (count, best) = (0, (TaggedRun?)null);
        for (var i = 0; i < run.Ordinal; i++)
        {
            var earlier = history.Counted[i];
            if (!IsComparable(earlier, run))
                continue;

            count++;
            // Of equally fast ones the first: rounding must not choose.
            if (best is null || Tolerance.Exceeds(best.Session.FlatSecondsPerKilometer, earlier.Session.FlatSecondsPerKilometer))
                best = earlier;
        }

        return count >= MinRuns
            && Tolerance.Reaches(FasterShare * best!.Session.FlatSecondsPerKilometer, run.Session.FlatSecondsPerKilometer)
            && best.Session.Whole.AverageHeartRateBpm is { } before && Tolerance.Reaches(rate, before + HigherBpm);
    }

    private static bool IsComparable(TaggedRun earlier, TaggedRun run)
    {
        if (earlier.Session is not { TorsoLoad: { } load, Distance: { } distance, MovingTime: not null, IsTooHilly: false })
            return false;

        var share = distance.Meters / run.Session.Distance!.Value.Meters;
        return Tolerance.Reaches(load.Kilograms, LeastLoadShare * run.Session.TorsoLoad!.Value.Kilograms)
            && Tolerance.Reaches(share, LeastDistanceShare) && !Tolerance.Exceeds(share, MostDistanceShare);
    }
}
