namespace WeightedRun.Sandbox.Garmin.Faults;

/// <summary>The faults to come, in the order in which they were added.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<InjectedFault> _faults = [];

    public void Add(InjectedFault fault)
    {
        lock (_lock)
            _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_lock)
            _faults.Clear();
    }

    public InjectedFault[] All()
    {
        lock (_lock)
            return [.. _faults];
    }

    public InjectedFault? Next(string endpoint)
    {
        lock (_lock)
        {
            var fault = _faults.Find(fault => fault.Times != 0 && (fault.Endpoint is null || fault.Endpoint == endpoint));
            if (fault is not null)
                fault.Times--;

            return fault;
        }
    }
}
