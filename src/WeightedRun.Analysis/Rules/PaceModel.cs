using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// A weighted run's pace beside the runner's own clean runs of the 56 days before, of half to twice the distance and the same environment,
/// all as if level and over this distance (Riegel 1981).
/// </summary>
internal sealed class PaceModel
{
    private const int WindowDays = 56;
    private const int MinRuns = 6;
    private const int EnoughRuns = 10;
    private const double LeastSpread = 0.03;
    private const double MostSpread = 0.10;

    // Fewer baseline runs make the spread less certain.
    private const double FewRunsFactor = 1.25;

    // Below this load a difference in pace cannot be told from a good day.
    private const double LeastPercent = 3;

    private readonly TaggedRun _run;
    private readonly History _history;

    private PaceModel(TaggedRun run, History history) => (_run, _history) = (run, history);

    /// <summary>Pass when the pace can be judged; otherwise why not.</summary>
    public Outcome Outcome { get; private set; }

    public Reasons Missing { get; private set; }

    /// <summary>Baseline runs; null when it was not possible to look for them.</summary>
    public int? Runs { get; private set; }

    public static int Needed => MinRuns;

    /// <summary>The usual pace in seconds per kilometre, level, over this distance.</summary>
    public double UsualPace { get; private set; }

    /// <summary>How much paces usually differ, as a share.</summary>
    public double Spread { get; private set; }

    /// <summary>How much slower than usual this run was, as a share; negative is faster.</summary>
    public double Slower { get; private set; }

    /// <summary>The least slowing that the load explains, as a share.</summary>
    public double Expected { get; private set; }

    /// <summary>How surprising the pace is: missing slowing in units of the usual spread.</summary>
    public double Surprise => (Expected - Slower) / Spread;

    public bool IsJudged => Outcome == Outcome.Pass;

    public static PaceModel Of(TaggedRun run, History history)
    {
        var model = new PaceModel(run, history) { Outcome = Outcome.NotApplicable };
        if (!run.HasTorso || (run.LoadPercent is { } percent && !Tolerance.Reaches(percent, LeastPercent)))
            return model;

        var session = run.Session;
        model.Outcome = Outcome.InsufficientData;
        model.Missing = (run.Body is null ? Reasons.BodyWeight : 0) | (session.TorsoLoad is null ? Reasons.Load : 0)
            | (session.Distance is null ? Reasons.Distance : 0) | (session.MovingTime is null ? Reasons.Time : 0)
            | (session.IsTooHilly ? Reasons.TooHilly : 0);
        if (model.Missing == Reasons.None)
            model.Compare();

        return model;
    }

    /// <summary>The baseline runs' median heart rate in beats per minute; null when fewer than six of them have one.</summary>
    public double? UsualHeartRate()
    {
        var rates = _history.Scratch(_run.Index);
        var count = 0;
        for (var i = _run.Index - 1; i >= 0 && _history.Runs[i].Day >= _run.Day - WindowDays; i--)
        {
            if (IsComparable(_history.Runs[i]) && _history.Runs[i].Whole.AverageHeartRateBpm is { } rate)
                rates[count++] = rate;
        }

        return count < MinRuns ? null : Sample.Median(rates.AsSpan(0, count));
    }

    private void Compare()
    {
        var paces = _history.Scratch(_run.Index);
        var count = 0;
        for (var i = _run.Index - 1; i >= 0 && _history.Runs[i].Day >= _run.Day - WindowDays; i--)
        {
            if (IsComparable(_history.Runs[i]))
                paces[count++] = _history.Runs[i].ScaledPace;
        }

        Runs = count;
        if (count < MinRuns)
            return;

        Outcome = Outcome.Pass;
        var sample = paces.AsSpan(0, count);
        var usual = Sample.Median(sample);
        var spread = Math.Clamp(Sample.Deviation(sample, usual) / usual, LeastSpread, MostSpread);
        Spread = count < EnoughRuns ? Math.Min(spread * FewRunsFactor, MostSpread) : spread;
        UsualPace = usual * Session.ScaleOf(_run.Session.Distance!.Value);
        Slower = (_run.Session.FlatSecondsPerKilometer / UsualPace) - 1;
        Expected = _history.Thresholds.SlowdownPercent.First / 100 * _run.LoadPercent!.Value;
    }

    private bool IsComparable(Session run)
    {
        if (!run.IsClean || run.Day >= _run.Day || run.IsIndoor != _run.Session.IsIndoor || run.IsTooHilly)
            return false;

        var ratio = run.Distance!.Value.Meters / _run.Session.Distance!.Value.Meters;
        return Tolerance.Reaches(ratio, 0.5) && !Tolerance.Exceeds(ratio, 2);
    }
}
