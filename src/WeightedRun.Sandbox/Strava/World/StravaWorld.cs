using System.Collections.Concurrent;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.Push;

namespace WeightedRun.Sandbox.Strava.World;

/// <summary>Everything Strava knows: the truth that a client's store is compared with.</summary>
internal sealed class StravaWorld : IAsyncDisposable
{
    private readonly ConcurrentDictionary<AthleteId, StravaAthlete> _athletes = [];
    private readonly ConcurrentDictionary<ActivityId, StravaActivity> _activities = [];
    private readonly ConcurrentDictionary<ClientId, StravaApp> _apps = [];
    private readonly Announcer _announcer;
    private long _lastAthlete = 10_000_000;
    private long _lastActivity = 16_000_000_000;

    public StravaWorld(TimeProvider clock, int seed = 1)
    {
        Clock = clock;
        Tokens = new TokenBook(clock);
        Events = new EventSender(clock, seed);
        Faults = new FaultPlan(seed);
        _announcer = new Announcer(this);
    }

    public TimeProvider Clock { get; }

    public TokenBook Tokens { get; }

    public Subscriptions Subscriptions { get; } = new();

    public EventSender Events { get; }

    public FaultPlan Faults { get; }

    public CallCounters Calls { get; } = new();

    public Quirks Quirks { get; set; } = new();

    public Consent Consent { get; set; } = new();


    public IEnumerable<StravaApp> Apps => _apps.Values;

    public IEnumerable<StravaAthlete> Athletes => _athletes.Values.OrderBy(athlete => athlete.Id.Value);

    public int AthleteCount => _athletes.Count;

    public int ActivityCount => _activities.Count;

    public StravaApp AddApp(StravaApp app) => _apps[app.Id] = app;

    public StravaApp? FindApp(string? clientId) => int.TryParse(clientId, out var id) ? _apps.GetValueOrDefault(new ClientId(id)) : null;

    public StravaAthlete AddAthlete(NewAthlete added)
    {
        var athlete = added.ToAthlete(new AthleteId(Interlocked.Increment(ref _lastAthlete)), Clock.GetUtcNow());
        _athletes[athlete.Id] = athlete;
        return athlete;
    }

    public StravaAthlete? FindAthlete(AthleteId id) => _athletes.GetValueOrDefault(id);

    public StravaAthlete Athlete(AthleteId id) => FindAthlete(id) ?? throw new KeyNotFoundException($"There is no athlete {id}.");

    public StravaActivity? FindActivity(ActivityId id) => _activities.GetValueOrDefault(id);

    /// <summary>Uploads an activity and tells every application that may see it. A start in the past is a late upload.</summary>
    public StravaActivity Upload(AthleteId owner, NewActivity uploaded)
    {
        var athlete = Athlete(owner);
        var activity = uploaded.ToActivity(new ActivityId(Interlocked.Increment(ref _lastActivity)), athlete, Clock.GetUtcNow());
        lock (athlete.Writing)
        {
            _activities[activity.Id] = activity;
            athlete.Activities.Add(activity);
            _announcer.Created(activity);
        }

        return activity;
    }

    /// <summary>Null when the activity is gone.</summary>
    public StravaActivity? Edit(ActivityId id, Func<StravaActivity, StravaActivity> change)
    {
        if (FindActivity(id) is not { } found)
            return null;

        var athlete = Athlete(found.Owner);
        lock (athlete.Writing)
        {
            if (FindActivity(id) is not { } before)
                return null;

            var after = change(before);
            _activities[id] = after;
            athlete.Activities.Replace(before, after);
            _announcer.Edited(before, after);
            return after;
        }
    }

    public bool Delete(ActivityId id)
    {
        if (FindActivity(id) is not { } found)
            return false;

        var athlete = Athlete(found.Owner);
        lock (athlete.Writing)
        {
            if (!_activities.TryRemove(id, out var activity))
                return false;

            athlete.Activities.Remove(activity);
            _announcer.Deleted(activity);
            return true;
        }
    }

    /// <summary>Ends a grant, whoever asked for it: the tokens die and the application is told.</summary>
    public bool Deauthorize(Grant grant)
    {
        if (!Tokens.Revoke(grant))
            return false;

        _announcer.Deauthorized(grant);
        return true;
    }

    public ValueTask DisposeAsync() => Events.DisposeAsync();
}
