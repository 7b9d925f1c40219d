using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Sandbox.Demo;

/// <summary>What the product made of the sample runners, read from its database through its own readers.</summary>
internal sealed class DemoResults(DemoProduct product, StandIns standIns)
{
    private const int HistoryDays = 2 * 365;

    public async Task<IReadOnlyList<RunnerResult>> ReadAsync(CancellationToken cancellation)
    {
        var sent = await product.ReadAsync<SentRow>("select runner_id, email, digests.week_starts_on from digests join runners using (runner_id) where state = 'sent' order by runner_id, digests.week_starts_on");
        var results = new List<RunnerResult>();
        foreach (var digests in sent.GroupBy(row => (row.RunnerId, row.Email)))
        {
            var recipient = (await product.Services.GetRequiredService<Recipients>().FindAsync(digests.Key.RunnerId, cancellation))!;
            var lastWeek = digests.Max(row => row.WeekStartsOn);
            var log = await product.Services.GetRequiredService<TrainingLogReader>().ReadAsync(digests.Key.RunnerId, lastWeek.AddDays(-HistoryDays), lastWeek.AddDays(13), cancellation);
            var reports = digests.Select(row => ComplianceAnalyzer.Analyze(log.Log, recipient.Profile, Thresholds.Default, Week.Containing(row.WeekStartsOn, recipient.Profile.WeekStartsOn)));
            results.Add(new RunnerResult(digests.Key.Email, log, [.. reports.Select(FindingsOf)]));
        }

        return results;
    }

    public async Task<DemoSummary> SumUpAsync(IReadOnlyList<RunnerResult> results, int runners, TimeSpan toReady, TimeSpan total) => new()
    {
        Runners = runners,
        Connected = await product.AskAsync<int>("select count(distinct runner_id) from connections"),
        Activities = results.Sum(result => result.Log.Runs.Count),
        Weighted = results.Sum(result => result.Log.Runs.Count(run => run.Activity.Load is { IsSuspected: false })),
        Suspected = results.Sum(result => result.Log.Runs.Count(run => run.Activity.Load is { IsSuspected: true })),
        Findings = results.SelectMany(result => result.Findings.SelectMany(week => week)).CountBy(finding => finding.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).ToDictionary(),
        DigestsSent = await product.AskAsync<int>("select count(*) from digests where state = 'sent'"),
        ApiReads = standIns.Reads,
        SecondsToReady = Math.Round(toReady.TotalSeconds, 1),
        SecondsTotal = Math.Round(total.TotalSeconds, 1),
    };

    private static IReadOnlyList<Evaluation> FindingsOf(WeekReport report) => [.. report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.Finding)];

    private sealed record SentRow
    {
        public required RunnerId RunnerId { get; init; }

        public required string Email { get; init; }

        public required DateOnly WeekStartsOn { get; init; }
    }
}

/// <summary>One runner's runs, and the findings of each digest that was sent, the newest last.</summary>
internal sealed record RunnerResult(string Email, RunnerLog Log, IReadOnlyList<IReadOnlyList<Evaluation>> Findings);
