namespace WeightedRun.Analysis.Runs;

/// <summary>One runner's runs in order of time, seen by local weeks and windows. Only runs are counted; other sports are left aside.</summary>
public sealed class TrainingLog
{
    private readonly Activity[] _activities;
    private readonly Session[] _sessions;

    /// <summary>A log of the given activities, in any order; duplicates and restarted watches are merged.</summary>
    /// <param name="activities">Activities of any sport.</param>
    /// <param name="syncedFrom">The first local date of which everything is known; the date of the first activity when null.</param>
    /// <param name="syncedUntil">The moment, in UTC, up to which everything is known; null when nobody can say.</param>
    public TrainingLog(IEnumerable<Activity> activities, DateOnly? syncedFrom = null, DateTime? syncedUntil = null)
    {
        _activities = [.. activities];
        if (!IsOrdered(_activities))
            Array.Sort(_activities, InTime);

        _sessions = SessionMerger.Merge(_activities);
        SyncedFrom = syncedFrom ?? (_activities.Length == 0 ? null : DateOnly.FromDateTime(_activities[0].StartLocal));
        SyncedUntil = syncedUntil;
    }

    private TrainingLog(TrainingLog before, Activity[] later)
    {
        _activities = [.. before._activities, .. later];
        _sessions = [.. before._sessions, .. SessionMerger.Merge(later)];
        (SyncedFrom, SyncedUntil) = (before.SyncedFrom ?? (later.Length == 0 ? null : DateOnly.FromDateTime(later[0].StartLocal)), before.SyncedUntil);
    }

    /// <summary>All runs, merged, in order of time.</summary>
    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>All activities of any sport as they came in, in order of time.</summary>
    public IReadOnlyList<Activity> Activities => _activities;

    /// <summary>The first local date of which everything is known.</summary>
    public DateOnly? SyncedFrom { get; }

    /// <summary>The moment, in UTC, up to which everything is known.</summary>
    public DateTime? SyncedUntil { get; }

    internal Session[] Runs => _sessions;

    /// <summary>The runs of a week.</summary>
    public IReadOnlyList<Session> In(Week week) => Between(week.StartsOn, week.EndsOn);

    /// <summary>The runs of the days before a date, that date excluded: [date − days, date − 1].</summary>
    public IReadOnlyList<Session> Before(DateOnly date, int days) => Between(date.AddDays(-days), date.AddDays(-1));

    /// <summary>The runs between two local dates, both included.</summary>
    public IReadOnlyList<Session> Between(DateOnly from, DateOnly until)
    {
        var start = FirstFrom(from.DayNumber);
        return new ArraySegment<Session>(_sessions, start, Math.Max(0, FirstFrom(until.DayNumber + 1) - start));
    }

    /// <summary>The same log as it was known at the end of a local date.</summary>
    public TrainingLog Until(DateOnly date) =>
        new(_activities.Where(activity => DateOnly.FromDateTime(activity.StartLocal) <= date), SyncedFrom, SyncedUntil);

    /// <summary>The same log and what comes on later dates, in order of time: nothing of what was known is looked at again.</summary>
    internal TrainingLog FollowedBy(Activity[] later) => new(this, later);

    /// <summary>Whether nothing of the week can still be missing: known from its first day to the local midnight after its last.</summary>
    public bool IsComplete(Week week) => SyncedFrom <= week.StartsOn && IsOver(week);

    /// <summary>
    /// The week to look at when nobody names one: the newest that had ended when the log was last synced, empty or not;
    /// the week of the newest run when that moment is unknown; null for a log that says neither.
    /// </summary>
    public Week? LastCompleteWeek(DayOfWeek weekStartsOn = DayOfWeek.Monday)
    {
        if (SyncedUntil is not { } until)
            return _sessions.Length > 0 ? Week.Containing(_sessions[^1].Date, weekStartsOn) : null;

        // No clock is a day ahead of UTC.
        var week = Week.Containing(DateOnly.FromDateTime(until).AddDays(1), weekStartsOn);
        while (!IsOver(week))
            week = week.AddWeeks(-1);

        return week;
    }

    /// <summary>The moment, in UTC, of the local midnight after a week, by the clock of the newest activity that started on or before its last day.</summary>
    public DateTime EndOf(Week week) => week.EndsOn.AddDays(1).ToDateTime(TimeOnly.MinValue) - OffsetAt(week.EndsOn);

    internal int FirstFrom(int day)
    {
        var (low, high) = (0, _sessions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sessions[middle].Day < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private bool IsOver(Week week) => SyncedUntil >= EndOf(week);

    private TimeSpan OffsetAt(DateOnly date)
    {
        var (low, high) = (0, _activities.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (DateOnly.FromDateTime(_activities[middle].StartLocal) <= date)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? TimeSpan.Zero : _activities[low - 1].UtcOffset ?? TimeSpan.Zero;
    }

    private static bool IsOrdered(Activity[] activities)
    {
        for (var i = 1; i < activities.Length; i++)
        {
            if (InTime(activities[i - 1], activities[i]) > 0)
                return false;
        }

        return true;
    }

    private static int InTime(Activity left, Activity right)
    {
        var order = left.StartLocal.CompareTo(right.StartLocal);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }
}
