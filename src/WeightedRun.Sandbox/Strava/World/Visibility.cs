namespace WeightedRun.Sandbox.Strava.World;

/// <summary>Who may see an activity.</summary>
internal enum Visibility
{
    Everyone,
    FollowersOnly,
    OnlyMe,
}
