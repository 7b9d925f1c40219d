using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>One try to deliver an event.</summary>
internal sealed record Delivery(PushEvent Event, Uri CallbackUrl, int Attempt);

/// <summary>Events on their way, in the order in which they are due.</summary>
internal sealed class EventQueue(TimeProvider clock, int seed)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Delivery, (DateTimeOffset DueAt, long Order)> _due = new();
    private readonly SeededChance _chance = new(seed);
    private long _order;
    private int _open;

    /// <summary>Events that are neither accepted nor given up.</summary>
    public int Open => Volatile.Read(ref _open);

    public void Announce(PushEvent announced, Uri callbackUrl, EventDelivery how)
    {
        lock (_lock)
        {
            if (_chance.Happens(how.LostShare))
                return;

            var copies = _chance.Happens(how.DuplicateShare) ? 2 : 1;
            for (var copy = 0; copy < copies; copy++)
            {
                _open++;
                Queue(new Delivery(announced, callbackUrl, 1), how.Disorder * _chance.Next());
            }
        }
    }

    public void Retry(Delivery delivery, TimeSpan after)
    {
        lock (_lock)
            Queue(delivery with { Attempt = delivery.Attempt + 1 }, after);
    }

    public void Close() => Interlocked.Decrement(ref _open);

    /// <summary>The next delivery that is due, and how long to wait when none is.</summary>
    public (Delivery? Delivery, TimeSpan Wait) Next()
    {
        lock (_lock)
        {
            if (!_due.TryPeek(out _, out var first))
                return (null, Timeout.InfiniteTimeSpan);

            var wait = first.DueAt - clock.GetUtcNow();
            return wait <= TimeSpan.Zero ? (_due.Dequeue(), TimeSpan.Zero) : (null, wait);
        }
    }

    private void Queue(Delivery delivery, TimeSpan after) => _due.Enqueue(delivery, (clock.GetUtcNow() + after, _order++));
}
