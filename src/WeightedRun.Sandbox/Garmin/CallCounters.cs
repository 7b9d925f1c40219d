using System.Collections.Concurrent;

namespace WeightedRun.Sandbox.Garmin;

/// <summary>Calls by endpoint and status, so that a client's thrift can be checked.</summary>
internal sealed class CallCounters
{
    private readonly ConcurrentDictionary<(string Endpoint, int Status), int> _calls = [];

    /// <summary>Calls to an endpoint such as <c>GET /backfill/activities</c>, whatever was answered.</summary>
    public int Of(string endpoint) => _calls.Where(call => call.Key.Endpoint == endpoint).Sum(call => call.Value);

    public int Of(string endpoint, int status) => _calls.GetValueOrDefault((endpoint, status));

    public void Count(string endpoint, int status) => _calls.AddOrUpdate((endpoint, status), 1, (_, calls) => calls + 1);

    public (string Endpoint, int Status, int Calls)[] All() =>
        [.. _calls.Select(call => (call.Key.Endpoint, call.Key.Status, call.Value)).OrderBy(call => call.Endpoint, StringComparer.Ordinal).ThenBy(call => call.Status)];

    public void Clear() => _calls.Clear();
}
