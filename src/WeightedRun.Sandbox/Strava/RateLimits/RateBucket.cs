namespace WeightedRun.Sandbox.Strava.RateLimits;

/// <summary>A count that starts again at :00, :15, :30 and :45, and one that starts again at midnight UTC.</summary>
internal sealed class RateBucket(RateLimit limit)
{
    private long _quarterHour;
    private long _day;

    public RateLimit Limit { get; set; } = limit;

    public RateLimit Usage { get; private set; }

    public bool IsExceeded => Usage.QuarterHour > Limit.QuarterHour || Usage.Day > Limit.Day;

    public void Count(DateTimeOffset now, int calls)
    {
        var (quarterHour, day) = (now.UtcTicks / (15 * TimeSpan.TicksPerMinute), now.UtcTicks / TimeSpan.TicksPerDay);
        Usage = new RateLimit(
            (quarterHour == _quarterHour ? Usage.QuarterHour : 0) + calls,
            (day == _day ? Usage.Day : 0) + calls);
        (_quarterHour, _day) = (quarterHour, day);
    }

    public void Set(DateTimeOffset now, RateLimit usage)
    {
        Count(now, 0);
        Usage = usage;
    }
}
