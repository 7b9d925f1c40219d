using System.Diagnostics;
using System.Diagnostics.Metrics;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Operations;

/// <summary>What is counted and timed, by the names of <c>docs/operating.md</c>. Nothing here tells of one runner. It costs next to nothing while nobody listens.</summary>
internal static class Telemetry
{
    public const string Name = "WeightedRun";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Stored = Meter.CreateCounter<long>("weightedrun.activities.stored", "{activity}", "Activities that were new or changed, by source.");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("weightedrun.events.lag", "s", "From what happened at the provider to its end here.");
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("weightedrun.api.calls", "{call}", "Calls counted against a provider's allowance, by priority.");
    private static readonly Histogram<double> JobTime = Meter.CreateHistogram<double>("weightedrun.jobs.duration", "s", "Jobs by name and outcome.");
    private static readonly Counter<long> DigestEnds = Meter.CreateCounter<long>("weightedrun.digests", "{digest}", "Digests by the state they came to.");
    private static readonly Counter<long> Findings = Meter.CreateCounter<long>("weightedrun.findings", "{finding}", "Findings of the weeks that were written about, by rule and severity.");

    /// <summary>Spans of jobs.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    public static void CountStored(string source, int activities)
    {
        if (activities > 0)
            Stored.Add(activities, new KeyValuePair<string, object?>("source", source));
    }

    public static void TimeEvent(TimeSpan lag) => Lag.Record(lag.TotalSeconds);

    public static void CountCall(string provider, ApiPriority priority) =>
        Calls.Add(1, new("provider", provider), new("priority", priority.ToString().ToLowerInvariant()));

    public static void TimeJob(string name, string outcome, TimeSpan duration) => JobTime.Record(duration.TotalSeconds, new("job", name), new("outcome", outcome));

    public static void CountDigest(string state) => DigestEnds.Add(1, new KeyValuePair<string, object?>("state", state));

    public static void CountFindings(WeekReport report)
    {
        if (!Findings.Enabled)
            return;

        foreach (var finding in report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.Finding))
            Findings.Add(1, new("rule", finding.Rule), new("severity", finding.Severity.ToString()!.ToLowerInvariant()));
    }
}
