using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>Where an application wants its events. There is one for all its athletes.</summary>
internal sealed record PushSubscription(long Id, StravaApp App, Uri CallbackUrl, DateTimeOffset CreatedAt);
