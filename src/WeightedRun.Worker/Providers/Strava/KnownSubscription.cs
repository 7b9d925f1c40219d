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

        subscription = await ReadAsync(now, cancellation);
        return subscription is not null && fits(subscription) ? subscription : null;
    }

    /// <summary>
    /// Whether an event that came by the secret address is this subscription's. Read again whenever it is not, because a lost event comes no second time;
    /// while the subscription is being made, Strava already knows its number and we do not.
    /// </summary>
    public async Task<bool> IsNumberAsync(string externalId, CancellationToken cancellation) =>
        _last.Subscription?.ExternalId == externalId || await ReadAsync(time.GetUtcNow(), cancellation) is { } subscription && (subscription.ExternalId ?? externalId) == externalId;

    private async Task<Subscription?> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var subscription = await store.FindAsync(StravaOptions.Provider, cancellation);
        _last = new Reading(subscription, now);
        return subscription;
    }

    private sealed record Reading(Subscription? Subscription, DateTimeOffset ReadAt);
}
