using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>One runner's log with what the rules ask of it again and again, worked out once and in order of time.</summary>
internal sealed class History
{
    private double[] _scratch = new double[64];
    private double[]? _highestRates;

    public History(TrainingLog log, RunnerProfile profile, Thresholds thresholds)
        : this(log, profile, thresholds, null)
    {
    }

    private History(TrainingLog log, RunnerProfile profile, Thresholds thresholds, History? before)
    {
        (Log, Profile, Thresholds) = (log, profile, thresholds);
        Runs = log.Runs;
        var tagged = TaggedRuns(before?.Runs.Length ?? 0);
        var counted = tagged.FindAll(run => run.IsCounted);
        Tagged = before is null ? [.. tagged] : [.. before.Tagged, .. tagged];
        Counted = before is null ? [.. counted] : [.. before.Counted, .. counted];
        for (var i = before?.Counted.Length ?? 0; i < Counted.Length; i++)
            Counted[i].Follow(i == 0 ? null : Counted[i - 1], this);
    }

    public TrainingLog Log { get; }

    public RunnerProfile Profile { get; }

    public Thresholds Thresholds { get; }

    /// <summary>All runs.</summary>
    public Session[] Runs { get; }

    /// <summary>The tagged ones, counted or not.</summary>
    public TaggedRun[] Tagged { get; }

    /// <summary>Those that count as weighted.</summary>
    public TaggedRun[] Counted { get; }

    /// <summary>The same history and what comes on later dates, in order of time.</summary>
    public History FollowedBy(Activity[] later) => new(Log.FollowedBy(later), Profile, Thresholds, this);

    /// <summary>The position of the first of some runs on or after a day.</summary>
    public static int FirstFrom(TaggedRun[] runs, int day)
    {
        var (low, high) = (0, runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].Day < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The counted runs between two days, both included, by position.</summary>
    public (int From, int To) CountedBetween(int from, int until) => (FirstFrom(Counted, from), FirstFrom(Counted, until + 1));

    /// <summary>The highest heart rate of each run between two days, both included, in beats per minute; not a number where it is unknown. A year of them is looked through for every run, so they lie side by side.</summary>
    public ReadOnlySpan<double> HighestRatesBetween(int from, int until)
    {
        _highestRates ??= Array.ConvertAll(Runs, run => run.Whole.MaxHeartRateBpm ?? double.NaN);
        return _highestRates.AsSpan(Log.FirstFrom(from)..Log.FirstFrom(until + 1));
    }

    /// <summary>Distinct dates among some counted runs.</summary>
    public int DaysIn((int From, int To) counted)
    {
        var days = 0;
        for (var i = counted.From; i < counted.To; i++)
        {
            if (i == counted.From || Counted[i].Day != Counted[i - 1].Day)
                days++;
        }

        return days;
    }

    /// <summary>Room for so many numbers; whoever asks next gets the same room.</summary>
    public double[] Scratch(int length)
    {
        if (_scratch.Length < length)
            _scratch = new double[Math.Max(length, 2 * _scratch.Length)];

        return _scratch;
    }

    private List<TaggedRun> TaggedRuns(int from)
    {
        var entries = Profile.BodyMass.Count < 2 ? Profile.BodyMass : [.. Profile.BodyMass.OrderBy(entry => entry.On)];
        var known = 0;
        var tagged = new List<TaggedRun>();
        for (var i = from; i < Runs.Length; i++)
        {
            if (!Runs[i].IsTagged)
                continue;

            while (known < entries.Count && entries[known].On.DayNumber <= Runs[i].Day)
                known++;

            tagged.Add(new TaggedRun(Runs[i], i, known == 0 ? null : entries[known - 1]));
        }

        return tagged;
    }
}
