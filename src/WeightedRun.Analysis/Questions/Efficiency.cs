using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Questions;

/// <summary>One untagged run's speed per heartbeat beside the clean runs of the 56 days before it, in the same environment.</summary>
internal sealed class Efficiency
{
    private const int WindowDays = 56;
    private const int MinRuns = 12;
    private const double LeastSpread = 0.025;
    private const double SlowerPace = 1.04;
    private const double HigherRate = 1.03;
    private const double MaxSlope = 0.03;
    private const double MaxWarmer = 6;
    private const int MinTemperatures = 6;
    private const double LeastDistanceShare = 0.6;
    private const double MostDistanceShare = 1.2;
    private const int BreakDays = 7;
    private const int AfterBreakDays = 10;

    private readonly int _index;
    private readonly History _history;
    private readonly Session[] _baseline;
    private readonly double _median;
    private readonly double _spread;

    private Efficiency(int index, History history, Session[] baseline)
    {
        (_index, _history, _baseline) = (index, history, baseline);
        var values = Array.ConvertAll(baseline, ValueOf);
        _median = Sample.Median(values);
        _spread = Math.Max(Sample.Deviation(values, _median) / _median, LeastSpread);
    }

    /// <summary>Share of more speed per heartbeat than usual; negative is less.</summary>
    public double Change => (ValueOf(_history.Runs[_index]) / _median) - 1;

    /// <summary>Null for a run that cannot be compared: tagged or suspected already, without a credible heart rate, or with too little before it.</summary>
    public static Efficiency? Of(int index, History history)
    {
        var run = history.Runs[index];
        if (run.IsTagged || run.IsSuspected || !IsMeasured(run))
            return null;

        Session[] baseline = [.. history.Log.Before(run.Date, WindowDays).Where(other => other.IsClean && other.IsIndoor == run.IsIndoor && IsMeasured(other))];
        return baseline.Length < MinRuns ? null : new Efficiency(index, history, baseline);
    }

    /// <summary>All signs at once: slower at a higher heart rate, nothing else to blame, and the runs before and after as usual.</summary>
    public bool LooksWeighted(double surprise)
    {
        var run = _history.Runs[_index];
        return Tolerance.Reaches(surprise, SurpriseOf(run)) && IsSlowerAndHarder(run) && IsUsualDistance(run)
            && !Tolerance.Exceeds(run.Slope, MaxSlope) && !IsWarmer(run) && !IsAfterABreak(run)
            && IsNormal(Neighbour(-1), surprise) && IsNormal(Neighbour(+1), surprise);
    }

    private static double ValueOf(Session run) => 60_000 / run.FlatSecondsPerKilometer / run.Whole.AverageHeartRateBpm!.Value;

    private static bool IsMeasured(Session run) =>
        run.FlatPace is not null && run.Whole.AverageHeartRateBpm is { } rate && HeartRateTooHigh.IsCredible(run, rate, null);

    private double SurpriseOf(Session run) => ((ValueOf(run) / _median) - 1) / _spread;

    private bool IsSlowerAndHarder(Session run)
    {
        var pace = Sample.Median(Array.ConvertAll(_baseline, other => other.ScaledPace)) * Session.ScaleOf(run.Distance!.Value);
        var rate = Sample.Median(Array.ConvertAll(_baseline, other => other.Whole.AverageHeartRateBpm!.Value));
        return Tolerance.Reaches(run.FlatSecondsPerKilometer, SlowerPace * pace) && Tolerance.Reaches(run.Whole.AverageHeartRateBpm!.Value, HigherRate * rate);
    }

    private bool IsUsualDistance(Session run)
    {
        if (UsualDistance.Before(run.Day, _index, _history) is not { IsKnown: true } usual)
            return false;

        var share = run.Distance!.Value.Meters / usual.Median.Meters;
        return Tolerance.Reaches(share, LeastDistanceShare) && !Tolerance.Exceeds(share, MostDistanceShare);
    }

    private bool IsWarmer(Session run)
    {
        double[] temperatures = [.. _baseline.Select(other => other.Whole.TemperatureCelsius).OfType<double>()];
        return run.Whole.TemperatureCelsius is { } degrees && temperatures.Length >= MinTemperatures
            && Tolerance.Exceeds(degrees, Sample.Median(temperatures) + MaxWarmer);
    }

    private bool IsAfterABreak(Session run)
    {
        for (var i = _index; i > 0 && _history.Runs[i].Day >= run.Day - AfterBreakDays; i--)
        {
            if (_history.Runs[i].Day - _history.Runs[i - 1].Day >= BreakDays)
                return true;
        }

        return false;
    }

    // Two low runs in a row are heat, illness or fatigue, not a vest. Without a run after it nobody can tell yet.
    private bool IsNormal(Session? neighbour, double surprise) => neighbour is not null && !Tolerance.Reaches(surprise, SurpriseOf(neighbour));

    private Session? Neighbour(int step)
    {
        for (var i = _index + step; i >= 0 && i < _history.Runs.Length; i += step)
        {
            if (_history.Runs[i].IsClean && _history.Runs[i].IsIndoor == _history.Runs[_index].IsIndoor && IsMeasured(_history.Runs[i]))
                return _history.Runs[i];
        }

        return null;
    }
}
