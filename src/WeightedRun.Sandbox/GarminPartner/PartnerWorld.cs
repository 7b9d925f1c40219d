using System.Collections.Concurrent;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPartner.Notices;
using WeightedRun.Sandbox.GarminPartner.OAuth;
using SandboxClock = WeightedRun.Sandbox.Strava.World.SandboxClock;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>Garmin users, what they gave the partner, their activities, and what the partner is told of them.</summary>
internal sealed class PartnerWorld : IAsyncDisposable
{
    private static readonly string[] AllPermissions = ["ACTIVITY_EXPORT", "HEALTH_EXPORT", "WORKOUT_IMPORT", "COURSE_IMPORT", "MCT_EXPORT", "HISTORICAL_DATA_EXPORT"];

    private readonly ConcurrentDictionary<GarminUserId, Grant> _grants = [];
    private readonly ConcurrentDictionary<GarminUserId, DateTimeOffset> _firstConnections = [];
    private readonly ConcurrentDictionary<GarminActivityId, GarminActivity> _activities = [];
    private long _lastActivity = 18_000_000_000;

    public PartnerWorld(GarminPartnerOptions options)
    {
        (Options, Clock) = (options, new SandboxClock(options.Clock));
        (Tokens, Deliveries, Door, Sender) = (new TokenBook(Clock), new Deliveries(Clock), new PartnerDoor(this), new NoticeSender(this));
        Announcer = new Announcer(this);
    }

    public GarminPartnerOptions Options { get; }

    public SandboxClock Clock { get; }

    public TokenBook Tokens { get; }

    public Deliveries Deliveries { get; }

    public PartnerDoor Door { get; }

    public NoticeSender Sender { get; }

    public Announcer Announcer { get; }

    public BackfillBook Backfills { get; } = new();

    public FaultPlan Faults { get; } = new();

    public CallCounters Calls { get; } = new();

    public Quirks Quirks { get; set; } = new();

    /// <summary>Who is signed in where consent is asked; a new user when nobody is.</summary>
    public GarminUserId? Consenting { get; set; }

    /// <summary>Where this stand-in is reached, for the addresses in pings.</summary>
    public Uri? BaseAddress { get; set; }

    public IEnumerable<GarminActivity> Activities => _activities.Values;

    public Grant? GrantOf(GarminUserId user) => _grants.GetValueOrDefault(user);

    public void Connect(GarminUserId user)
    {
        var first = _firstConnections.GetOrAdd(user, Clock.GetUtcNow());
        _grants[user] = new Grant { User = user, FirstConnectedAt = first, Permissions = [.. AllPermissions.Where(permission => !Quirks.WithholdsHistory || permission != "HISTORICAL_DATA_EXPORT")] };
    }

    /// <summary>The user leaves, here or in Connect's settings: tokens die, one last notice goes out.</summary>
    public bool Deregister(GarminUserId user)
    {
        if (!_grants.TryRemove(user, out _))
            return false;

        Tokens.Revoke(user);
        Announcer.Deregistered(user);
        return true;
    }

    public bool ChangePermissions(GarminUserId user, string[] permissions)
    {
        if (GrantOf(user) is not { } grant)
            return false;

        grant.Permissions = permissions;
        Announcer.PermissionsChanged(grant);
        return true;
    }

    public GarminActivity Upload(GarminUserId owner, NewGarminActivity uploaded)
    {
        var activity = uploaded.ToActivity(new GarminActivityId(Interlocked.Increment(ref _lastActivity)), owner, Clock.GetUtcNow());
        _activities[activity.Id] = activity;
        Announcer.Uploaded(activity);
        return activity;
    }

    public GarminActivity? Find(GarminActivityId id) => _activities.GetValueOrDefault(id);

    /// <summary>The user renames or retypes an activity in Connect.</summary>
    public bool Edit(GarminActivityId id, string? name, string? typeKey)
    {
        if (Find(id) is not { } activity)
            return false;

        _activities[id] = activity with { Name = name ?? activity.Name, TypeKey = typeKey ?? activity.TypeKey };
        Announcer.Edited(_activities[id]);
        return true;
    }

    public ValueTask DisposeAsync() => Sender.DisposeAsync();
}
