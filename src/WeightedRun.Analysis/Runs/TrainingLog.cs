namespace WeightedRun.Analysis.Runs;

/// <summary>One runner's runs in order of time, seen by local weeks and windows. Only runs are counted; other sports are left aside.</summary>
public sealed class TrainingLog
{
    private readonly List<Session> _sessions;

    /// <summary>A log of the given activities, in any order; duplicates and restarted watches are merged.</summary>
    /// <param name="activities">Activities of any sport.</param>
    /// <param name="syncedFrom">The first local date of which everything is known; the date of the first activity when null.</param>
    /// <param name="syncedUntil">The moment, in UTC, up to which everything is known; null when nobody can say.</param>
    public TrainingLog(IEnumerable<Activity> activities, DateOnly? syncedFrom = null, DateTime? syncedUntil = null)
    {
        var all = activities as IReadOnlyCollection<Activity> ?? [.. activities];
        _sessions = SessionMerger.Merge(all);
        var newest = all.OrderBy(activity => activity.StartLocal).ThenBy(activity => activity.Id).LastOrDefault();
        NewestOffset = newest?.UtcOffset ?? TimeSpan.Zero;
        SyncedFrom = syncedFrom ?? (all.Count == 0 ? null : DateOnly.FromDateTime(all.Min(activity => activity.StartLocal)));
        SyncedUntil = syncedUntil;
    }

    /// <summary>All runs, merged, in order of time.</summary>
    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>The first local date of which everything is known.</summary>
    public DateOnly? SyncedFrom { get; }

    /// <summary>The moment, in UTC, up to which everything is known.</summary>
    public DateTime? SyncedUntil { get; }

    private TimeSpan NewestOffset { get; }

    /// <summary>The runs of a week.</summary>
    public IReadOnlyList<Session> In(Week week) => Between(week.StartsOn, week.EndsOn);

    /// <summary>The runs of the days before a date, that date excluded: [date − days, date − 1].</summary>
    public IReadOnlyList<Session> Before(DateOnly date, int days) => Between(date.AddDays(-days), date.AddDays(-1));

    /// <summary>The runs between two local dates, both included.</summary>
    public IReadOnlyList<Session> Between(DateOnly from, DateOnly until)
    {
        var start = FirstFrom(from);
        return _sessions.GetRange(start, Math.Max(0, FirstFrom(until.AddDays(1)) - start));
    }

    /// <summary>Whether nothing of the week can still be missing: known from its first day to the local midnight after its last.</summary>
    public bool IsComplete(Week week) =>
        SyncedFrom <= week.StartsOn && SyncedUntil + NewestOffset >= week.EndsOn.AddDays(1).ToDateTime(TimeOnly.MinValue);

    private int FirstFrom(DateOnly date)
    {
        var (low, high) = (0, _sessions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sessions[middle].Date < date)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
