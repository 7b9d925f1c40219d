using WeightedRun.Worker.Connections;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The subscription in memory, so that an event costs no query and no decryption; read again when it does not fit, at most once a second.</summary>
internal sealed class KnownSubscription(SubscriptionStore store, TimeProvider time)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Reading _last = new(null, DateTimeOffset.MinValue);

    /// <summary>Null when the subscription does not fit, or there is none. Another process may have made it just now.</summary>
    public async Task<Subscription?> FindAsync(Predicate<Subscription> fits, CancellationToken cancellation)
    {
        var (subscription, readAt) = _last;
        var now = time.GetUtcNow();
        var isFitting = subscription is not null && fits(subscription);
        if (isFitting ? now - readAt < FreshFor : now - readAt < Pause)
            return isFitting ? subscription : null;

        subscription = await store.FindAsync(StravaOptions.Provider, cancellation);
        _last = new Reading(subscription, now);
        return subscription is not null && fits(subscription) ? subscription : null;
    }

    private sealed record Reading(Subscription? Subscription, DateTimeOffset ReadAt);
}
