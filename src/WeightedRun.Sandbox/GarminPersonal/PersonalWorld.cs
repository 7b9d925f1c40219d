using System.Collections.Concurrent;
using System.Security.Cryptography;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;
using SandboxClock = WeightedRun.Sandbox.Strava.World.SandboxClock;

namespace WeightedRun.Sandbox.GarminPersonal;

/// <summary>People with a Garmin account, the keys they made, the tokens made of these, and their activities.</summary>
internal sealed class PersonalWorld(SandboxClock clock)
{
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (GarminUserId Owner, DateTimeOffset ExpiresAt)> _keys = [];
    private readonly ConcurrentDictionary<string, (GarminUserId Owner, DateTimeOffset ExpiresAt)> _tokens = [];
    private readonly ConcurrentDictionary<GarminActivityId, GarminActivity> _activities = [];
    private long _lastActivity = 18_000_000_000;

    public SandboxClock Clock => clock;

    public FaultPlan Faults { get; } = new();

    public CallCounters Calls { get; } = new();

    public Quirks Quirks { get; set; } = new();

    /// <summary>A key as Connect's settings make it: 30, 90, 180 or 365 days, shown once.</summary>
    public string CreateKey(GarminUserId owner, int days = 90)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _keys[key] = (owner, clock.GetUtcNow().AddDays(days));
        return key;
    }

    /// <summary>The runner deletes the key: it and its tokens are dead.</summary>
    public bool DeleteKey(string key)
    {
        if (!_keys.TryRemove(key, out var removed))
            return false;

        KillTokens(removed.Owner);
        return true;
    }

    public (string Token, TimeSpan Lifetime)? Exchange(string key)
    {
        if (!_keys.TryGetValue(key, out var known) || known.ExpiresAt <= clock.GetUtcNow())
            return null;

        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        _tokens[token] = (known.Owner, clock.GetUtcNow() + TokenLifetime);
        return (token, TokenLifetime);
    }

    /// <summary>Every token of a runner becomes inactive before its time, as was seen on one day in June.</summary>
    public void KillTokens(GarminUserId owner)
    {
        foreach (var (token, issued) in _tokens)
        {
            if (issued.Owner == owner)
                _tokens.TryRemove(token, out _);
        }
    }

    public GarminUserId? OwnerOf(string token) => _tokens.TryGetValue(token, out var issued) && issued.ExpiresAt > clock.GetUtcNow() ? issued.Owner : null;

    public GarminActivity Upload(GarminUserId owner, NewGarminActivity uploaded)
    {
        var activity = uploaded.ToActivity(new GarminActivityId(Interlocked.Increment(ref _lastActivity)), owner, clock.GetUtcNow());
        return _activities[activity.Id] = activity;
    }

    public void Edit(GarminActivityId id, Func<GarminActivity, GarminActivity> change) => _activities[id] = change(_activities[id]);

    public bool Delete(GarminActivityId id) => _activities.TryRemove(id, out _);

    public GarminActivity? Find(GarminUserId owner, GarminActivityId id) => _activities.TryGetValue(id, out var activity) && activity.Owner == owner ? activity : null;

    /// <summary>The newest first.</summary>
    public IEnumerable<GarminActivity> Of(GarminUserId owner) =>
        _activities.Values.Where(activity => activity.Owner == owner).OrderByDescending(activity => activity.StartsAt).ThenByDescending(activity => activity.Id.Value);
}
