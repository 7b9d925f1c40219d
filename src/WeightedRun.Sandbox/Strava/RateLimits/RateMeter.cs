namespace WeightedRun.Sandbox.Strava.RateLimits;

/// <summary>The two buckets of one application: everything, and what only reads.</summary>
internal sealed class RateMeter
{
    private readonly Lock _lock = new();
    private readonly RateBucket _overall = new(new RateLimit(400, 4000));
    private readonly RateBucket _read = new(new RateLimit(200, 2000));

    /// <summary>Counts one call. A refused call counts too, for the quarter hour and for the day.</summary>
    public RateReading Count(DateTimeOffset now, bool isRead)
    {
        lock (_lock)
        {
            _overall.Count(now, 1);
            _read.Count(now, isRead ? 1 : 0);
            var refusedBy = _overall.IsExceeded ? "overall rate limit" : isRead && _read.IsExceeded ? "read rate limit" : null;
            return Reading(refusedBy);
        }
    }

    public RateReading Read(DateTimeOffset now)
    {
        lock (_lock)
        {
            _overall.Count(now, 0);
            _read.Count(now, 0);
            return Reading(null);
        }
    }

    public void SetLimits(RateLimit overall, RateLimit read)
    {
        lock (_lock)
            (_overall.Limit, _read.Limit) = (overall, read);
    }

    public void SetUsage(DateTimeOffset now, RateLimit overall, RateLimit read)
    {
        lock (_lock)
        {
            _overall.Set(now, overall);
            _read.Set(now, read);
        }
    }

    private RateReading Reading(string? refusedBy) => new(_overall.Limit, _overall.Usage, _read.Limit, _read.Usage, refusedBy);
}
