using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>The periods that were asked for: none is delivered twice.</summary>
internal sealed class BackfillBook
{
    private readonly Lock _lock = new();
    private readonly List<(GarminUserId User, string Type, long From, long Until)> _asked = [];

    /// <summary>False when a part of the period was asked for before.</summary>
    public bool TryAdd(GarminUserId user, string type, long from, long until)
    {
        lock (_lock)
        {
            if (_asked.Exists(window => window.User == user && window.Type == type && window.From < until && from < window.Until))
                return false;

            _asked.Add((user, type, from, until));
            return true;
        }
    }

    public int Of(GarminUserId user)
    {
        lock (_lock)
            return _asked.Count(window => window.User == user);
    }
}
