using System.Collections.Concurrent;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>The subscriptions, one an application.</summary>
internal sealed class Subscriptions
{
    private readonly ConcurrentDictionary<ClientId, PushSubscription> _byApp = [];
    private long _lastId = 300_000;

    public PushSubscription? Of(StravaApp app) => _byApp.GetValueOrDefault(app.Id);

    /// <summary>Null when the application has one already.</summary>
    public PushSubscription? Create(StravaApp app, Uri callbackUrl, DateTimeOffset now)
    {
        var subscription = new PushSubscription(Interlocked.Increment(ref _lastId), app, callbackUrl, now);
        return _byApp.TryAdd(app.Id, subscription) ? subscription : null;
    }

    public bool Delete(StravaApp app, long id) => Of(app) is { } subscription && subscription.Id == id && _byApp.TryRemove(KeyValuePair.Create(app.Id, subscription));
}
