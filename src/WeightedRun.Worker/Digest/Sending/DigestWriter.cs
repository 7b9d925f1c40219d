using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Composes a runner's digest of a week from what is stored at this moment.</summary>
internal sealed class DigestWriter(TrainingLogReader logs, Circumstances circumstances, RunnerLinks links, TimeProvider time)
{
    // The rules look back a year at most (the highest heart rate); a streak of good weeks may be longer.
    private const int HistoryDays = 2 * 365;

    public async Task<WeeklyDigest> WriteAsync(Recipient recipient, Week week, Freshness freshness, CancellationToken cancellation)
    {
        var log = await logs.ReadAsync(recipient.RunnerId, week.StartsOn.AddDays(-HistoryDays), week.EndsOn, cancellation);
        var known = await circumstances.ReadAsync(recipient.RunnerId, cancellation);
        var report = ComplianceAnalyzer.Analyze(log.Log, recipient.Profile, Thresholds.Default, week);
        Telemetry.CountFindings(report);
        return new DigestComposer(log.Log, recipient.Profile, Thresholds.Default, recipient.Sentences)
            .Compose(report, SituationOf(recipient, week, log, known, freshness), links.For(recipient.RunnerId, week, known.Refusals));
    }

    private DigestSituation SituationOf(Recipient recipient, Week week, RunnerLog log, RunnerCircumstances known, Freshness freshness)
    {
        DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, recipient.Zone).DateTime;

        return new DigestSituation
        {
            AsOfLocal = Local(time.GetUtcNow()),
            StaleSinceLocal = freshness.State == FreshnessState.Stale && log.Log.SyncedUntil is { } until ? Local(until) : null,
            IsFirst = known.IsFirst,
            Troubles = [.. known.Troubles.Select(row => new ConnectionTrouble(row.IsBroken ? ConnectionTroubleKind.Broken : ConnectionTroubleKind.Expiring, NameOf(row.Provider), DateOnly.FromDateTime(Local(row.At))))],
            Corrections = CorrectedWeeks.Of(log, recipient.Profile, week, known.Corrections),
            Origins = log.Runs.ToDictionary(run => run.Activity.Id, OriginOf),
            Refusals = known.Refusals.Where(refusal => refusal.Kind != "load").Select(refusal => refusal.Refusals).DefaultIfEmpty(0).Max(),
        };
    }

    private static string NameOf(string provider) => provider.StartsWith("garmin", StringComparison.Ordinal) ? "Garmin" : "Strava";

    /// <summary>Where Strava knows the run, it is shown there, whoever recorded it.</summary>
    public static RunOrigin OriginOf(LoggedRun run)
    {
        const string strava = "strava:";
        var onStrava = run.Recordings.Select(recording => recording.Value).FirstOrDefault(recording => recording.StartsWith(strava, StringComparison.Ordinal));
        var provider = onStrava is not null ? RunProvider.Strava : run.Attribution is not null ? RunProvider.Garmin : RunProvider.File;
        return new RunOrigin(provider, run.Attribution, onStrava is null ? null : $"https://www.strava.com/activities/{onStrava[strava.Length..]}");
    }
}
