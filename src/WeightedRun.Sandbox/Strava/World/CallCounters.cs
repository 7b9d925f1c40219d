using System.Collections.Concurrent;

namespace WeightedRun.Sandbox.Strava.World;

/// <summary>Calls by endpoint and status, and detail reads by activity, so that a client's thrift can be checked.</summary>
internal sealed class CallCounters
{
    private readonly ConcurrentDictionary<(string Endpoint, int Status), int> _calls = [];
    private readonly ConcurrentDictionary<ActivityId, int> _detailReads = [];

    public int Total => _calls.Values.Sum();

    public void Count(string endpoint, int status) => _calls.AddOrUpdate((endpoint, status), 1, (_, calls) => calls + 1);

    public void CountDetailRead(ActivityId activity) => _detailReads.AddOrUpdate(activity, 1, (_, reads) => reads + 1);

    /// <summary>Calls to an endpoint such as <c>GET /athlete/activities</c>, whatever was answered.</summary>
    public int Of(string endpoint) => _calls.Where(call => call.Key.Endpoint == endpoint).Sum(call => call.Value);

    public int Of(string endpoint, int status) => _calls.GetValueOrDefault((endpoint, status));

    public int DetailReadsOf(ActivityId activity) => _detailReads.GetValueOrDefault(activity);

    public (string Endpoint, int Status, int Calls)[] All() =>
        [.. _calls.Select(call => (call.Key.Endpoint, call.Key.Status, call.Value)).OrderBy(call => call.Endpoint, StringComparer.Ordinal).ThenBy(call => call.Status)];

    public IReadOnlyDictionary<ActivityId, int> DetailReads() => _detailReads;

    public void Clear()
    {
        _calls.Clear();
        _detailReads.Clear();
    }
}
