using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Providers;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Composes a runner's digest of a week from what is stored at this moment.</summary>
internal sealed class DigestWriter(TrainingLogReader logs, TimeProvider time)
{
    // The rules look back a year at most (the highest heart rate); a streak of good weeks may be longer.
    private const int HistoryDays = 2 * 365;

    public async Task<WeeklyDigest> WriteAsync(Recipient recipient, Week week, Freshness freshness, CancellationToken cancellation)
    {
        var log = (await logs.ReadAsync(recipient.RunnerId, week.StartsOn.AddDays(-HistoryDays), week.EndsOn, cancellation)).Log;
        var report = ComplianceAnalyzer.Analyze(log, recipient.Profile, Thresholds.Default, week);
        var asOf = TimeZoneInfo.ConvertTime(time.GetUtcNow(), recipient.Zone).DateTime;
        return new DigestComposer(log, recipient.Profile, Thresholds.Default, recipient.Units).Compose(report, asOf, NotRead(freshness));
    }

    private static string[] NotRead(Freshness freshness) => freshness.State switch
    {
        FreshnessState.Stale => ["Strava did not answer for hours: runs of the last days may be missing."],
        FreshnessState.Broken => ["The connection to your runs has ended. Connect again, and the next digest is complete."],
        _ => [],
    };
}
