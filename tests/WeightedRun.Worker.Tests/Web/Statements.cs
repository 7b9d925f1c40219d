using System.Diagnostics;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>Counts the trips to the database that single requests cause, whatever else runs beside them: both bear the request's trace.</summary>
internal sealed class Statements : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Dictionary<ActivityTraceId, int> _counts = [];

    public Statements()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (_counts)
                {
                    if (activity.Source.Name == "Npgsql")
                        _counts[activity.TraceId] = _counts.GetValueOrDefault(activity.TraceId) + 1;
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task<(Answer Answer, int Count)> CountAsync(Browser browser, string path)
    {
        var trace = ActivityTraceId.CreateRandom();
        var answer = await browser.GetAsync(path, request => request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"));
        lock (_counts)
            return (answer, _counts.GetValueOrDefault(trace));
    }

    public void Dispose() => _listener.Dispose();
}
