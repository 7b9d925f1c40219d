using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Advice;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Digest;

/// <summary>Turns a week's report into its digest. Pure: every figure comes from the report and the log it was made of.</summary>
internal sealed class DigestComposer(TrainingLog log, RunnerProfile profile, Thresholds thresholds, DigestUnits units)
{
    private readonly EnglishSentences _sentences = new(units);

    public WeeklyDigest Compose(WeekReport report, DateTime asOf, IReadOnlyList<string> notRead)
    {
        var sessions = log.In(report.Week);
        var graver = report.Evaluations.Where(evaluation => evaluation is { Outcome: Outcome.Finding, Severity: >= Severity.Caution }).DistinctBy(finding => (finding.Rule, finding.Severity)).Count();
        var (items, more) = new DigestFindings(sessions, units).Of(report);
        var tone = ToneOf(report);
        var verdict = EnglishSentences.Verdict(report.WeightedSessions, sessions.Count, thresholds.MaxSessionsPerWeek, tone, graver);
        var next = NextWeek(report.Week);
        return new WeeklyDigest
        {
            Subject = $"Week {report.Week.Label[6..].TrimStart('0')}: {verdict.TrimEnd('.').Replace(". ", ", ", StringComparison.Ordinal)}",
            Preheader = string.Join(' ', next),
            Tone = tone,
            Period = EnglishSentences.Period(report.Week.StartsOn, report.Week.EndsOn),
            Verdict = verdict,
            Table = new DigestTable(log, profile, thresholds, units).For(report),
            Findings = items,
            MoreFindings = more,
            Runs = [.. sessions.Select(RunOf)],
            NextWeek = next,
            NotChecked = NotChecked(report),
            Tip = Tips.For(log, profile, report.Week) is { } tip ? EnglishTips.Of(tip) : null,
            NotRead = notRead,
            AsOf = AsOf(asOf),
        };
    }

    private static DigestTone ToneOf(WeekReport report) => report.Colour switch
    {
        WeekColour.Red => DigestTone.Stop,
        WeekColour.Amber => DigestTone.Watch,
        WeekColour.Green => report.Evaluations.Any(evaluation => evaluation is { Outcome: Outcome.Finding, Severity: Severity.Info }) ? DigestTone.Note : DigestTone.Good,
        _ => DigestTone.Quiet,
    };

    private DigestRun RunOf(Session session)
    {
        var load = session.Parts.Select(part => part.Load).FirstOrDefault(load => load is not null);
        return new DigestRun(
            EnglishSentences.Day(session.Date),
            session.Distance is { } distance ? units.Distance(distance) : "–",
            session.MovingTime is { } time ? DigestUnits.Duration(time) : "–",
            load is null ? "no weight" : _sentences.Load(load),
            session.Parts[0].Title,
            load is null ? "" : EnglishSentences.Evidence(load));
    }

    /// <summary>What the week after allows, as it could be known when this week ended.</summary>
    private string[] NextWeek(Week week) => [EnglishSentences.NextWeek(Forecast.After(week.EndsOn, log, profile, thresholds).ThisWeek, units)];

    private static List<string> NotChecked(WeekReport report) =>
        [.. report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.InsufficientData).SelectMany(EnglishReasons.NotChecked).Distinct()];

    private string AsOf(DateTime asOf)
    {
        var newest = log.Sessions.Count == 0 ? "no run" : $"all runs up to {log.Sessions[^1].StartLocal.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}";
        return string.Create(CultureInfo.InvariantCulture, $"As of {asOf:dddd d MMMM yyyy, HH:mm}; {newest}.");
    }
}
