namespace WeightedRun.Sandbox.Strava.World;

/// <summary>A clock that runs with another but may be set elsewhere, or stopped.</summary>
internal sealed class SandboxClock(TimeProvider real) : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _ahead;
    private DateTimeOffset? _stoppedAt;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _stoppedAt ?? real.GetUtcNow() + _ahead;
    }

    public void Set(DateTimeOffset now, bool isStopped = false)
    {
        lock (_lock)
        {
            _ahead = now - real.GetUtcNow();
            _stoppedAt = isStopped ? now.ToUniversalTime() : null;
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _ahead += time;
            _stoppedAt += time;
        }
    }
}
