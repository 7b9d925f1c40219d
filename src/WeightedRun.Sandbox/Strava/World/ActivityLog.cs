namespace WeightedRun.Sandbox.Strava.World;

/// <summary>One athlete's activities in the order of their shown start, so that a window is two binary searches.</summary>
internal sealed class ActivityLog
{
    private readonly Lock _lock = new();
    private readonly List<StravaActivity> _ordered = [];

    public void Add(StravaActivity activity)
    {
        lock (_lock)
            _ordered.Insert(~Find(activity), activity);
    }

    public bool Remove(StravaActivity activity)
    {
        lock (_lock)
        {
            var index = Find(activity);
            if (index < 0)
                return false;

            _ordered.RemoveAt(index);
            return true;
        }
    }

    public void Replace(StravaActivity before, StravaActivity after)
    {
        lock (_lock)
        {
            var index = Find(before);
            if (index >= 0)
                _ordered.RemoveAt(index);

            _ordered.Insert(~Find(after), after);
        }
    }

    public StravaActivity[] All()
    {
        lock (_lock)
            return [.. _ordered];
    }

    /// <summary>The page of a window; both ends are exclusive, as Strava's are.</summary>
    public List<StravaActivity> Page(DateTimeOffset? after, DateTimeOffset? before, bool isOldestFirst, bool showsPrivate, int skip, int take)
    {
        lock (_lock)
        {
            var first = after is { } from ? FirstLaterThan(from) : 0;
            var end = before is { } until ? FirstLaterThan(until.AddTicks(-1)) : _ordered.Count;
            var page = new List<StravaActivity>(Math.Clamp(end - first, 0, take));
            for (var step = 0; step < end - first && page.Count < take; step++)
            {
                var activity = _ordered[isOldestFirst ? first + step : end - 1 - step];
                if (activity.IsPrivate && !showsPrivate)
                    continue;

                if (skip > 0)
                    skip--;
                else
                    page.Add(activity);
            }

            return page;
        }
    }

    private int FirstLaterThan(DateTimeOffset instant)
    {
        var (low, high) = (0, _ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ordered[middle].ShownStart > instant)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private int Find(StravaActivity activity) => _ordered.BinarySearch(activity, ByStart);

    private static readonly Comparer<StravaActivity> ByStart = Comparer<StravaActivity>.Create((left, right) =>
        left.ShownStart.CompareTo(right.ShownStart) is not 0 and var order ? order : left.Id.Value.CompareTo(right.Id.Value));
}
