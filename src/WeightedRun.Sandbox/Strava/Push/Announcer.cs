using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>Decides which application hears of what: only of athletes who allowed it, only of what they let it see.</summary>
internal sealed class Announcer(StravaWorld world)
{
    public void Created(StravaActivity activity) => ForEachReader(activity, (grant, subscription) =>
    {
        if (Sees(grant, activity))
            Send(subscription, "activity", activity.Id.Value, "create", activity.Owner, []);
    });

    public void Deleted(StravaActivity activity) => ForEachReader(activity, (grant, subscription) =>
    {
        if (Sees(grant, activity))
            Send(subscription, "activity", activity.Id.Value, "delete", activity.Owner, []);
    });

    /// <summary>Only title, type and privacy are told of. Without the right to private runs, one that turns private is deleted, and one that turns back is new.</summary>
    public void Edited(StravaActivity before, StravaActivity after)
    {
        var updates = new Dictionary<string, object>();
        if (before.Name != after.Name)
            updates["title"] = after.Name;

        if (before.SportType != after.SportType)
            updates["type"] = after.SportType;

        if (before.IsPrivate != after.IsPrivate)
            updates["private"] = Truth(after.IsPrivate);

        if (updates.Count == 0)
            return;

        ForEachReader(after, (grant, subscription) =>
        {
            var aspect = (Sees(grant, before), Sees(grant, after)) switch
            {
                (true, true) => "update",
                (true, false) => "delete",
                (false, true) => "create",
                _ => null,
            };
            if (aspect is not null)
                Send(subscription, "activity", after.Id.Value, aspect, after.Owner, aspect == "update" ? updates : []);
        });
    }

    public void Deauthorized(Grant grant)
    {
        if (world.Subscriptions.Of(grant.App) is { } subscription)
            Send(subscription, "athlete", grant.Athlete.Id.Value, "update", grant.Athlete.Id, new() { ["authorized"] = Truth(false) });
    }

    private object Truth(bool value) => world.Events.How.WritesBooleansAsTexts ? value ? "true" : "false" : value;

    private static bool Sees(Grant grant, StravaActivity activity) => !activity.IsPrivate || grant.Scopes.ReadsPrivateActivities;

    private void ForEachReader(StravaActivity activity, Action<Grant, PushSubscription> tell)
    {
        foreach (var app in world.Apps)
        {
            if (world.Subscriptions.Of(app) is { } subscription && world.Tokens.Find(app, world.Athlete(activity.Owner)) is { Scopes.ReadsActivities: true } grant)
                tell(grant, subscription);
        }
    }

    private void Send(PushSubscription subscription, string objectType, long objectId, string aspect, AthleteId owner, Dictionary<string, object> updates) =>
        world.Events.Announce(
            new PushEvent
            {
                ObjectType = objectType,
                ObjectId = objectId,
                AspectType = aspect,
                Updates = updates,
                OwnerId = owner.Value,
                SubscriptionId = subscription.Id,
                EventTime = world.Clock.GetUtcNow().ToUnixTimeSeconds(),
            },
            subscription.CallbackUrl);
}
