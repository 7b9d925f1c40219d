using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Faults;

/// <summary>The faults to come. The same seed and the same calls meet the same faults.</summary>
internal sealed class FaultPlan(int seed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ActivityId, InjectedFault> _byActivity = [];
    private readonly List<InjectedFault> _general = [];

    private readonly SeededChance _chance = new(seed);

    public long Struck { get; private set; }

    public void Add(InjectedFault fault)
    {
        lock (_lock)
        {
            if (fault.Activity is { } activity)
                _byActivity[activity] = fault;
            else
                _general.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _byActivity.Clear();
            _general.Clear();
        }
    }

    public InjectedFault[] All()
    {
        lock (_lock)
            return [.. _byActivity.Values, .. _general];
    }

    public InjectedFault? Next(string endpoint, ActivityId? activity)
    {
        lock (_lock)
        {
            if (activity is { } id && _byActivity.TryGetValue(id, out var own) && Strikes(own, endpoint))
                return own;

            return _general.FirstOrDefault(fault => Strikes(fault, endpoint));
        }
    }

    private bool Strikes(InjectedFault fault, string endpoint)
    {
        if (fault.Times == 0 || (fault.Endpoint is { } only && only != endpoint) || !_chance.Happens(fault.Share))
            return false;

        fault.Times--;
        Struck++;
        return true;
    }
}
