using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Worker.Digest;

/// <summary>Turns a week's report into its digest. Pure: every figure comes from the report and the log it was made of.</summary>
internal sealed class DigestComposer(TrainingLog log, RunnerProfile profile, Thresholds thresholds, DigestUnits units)
{
    // What is read in twenty seconds; the rest is counted.
    private const int MaxFindings = 3;

    private const int SpikeDays = 30;
    private const int SpikeMinRuns = 4;

    private readonly EnglishSentences _sentences = new(units);

    public WeeklyDigest Compose(WeekReport report, DateTime asOf, IReadOnlyList<string> notRead)
    {
        var sessions = log.In(report.Week);
        var findings = report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.Finding).OrderByDescending(finding => finding.Severity).ToList();
        var graver = findings.Count(finding => finding.Severity >= Severity.Caution);
        var tone = ToneOf(report, findings);
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
            Findings = [.. findings.Take(MaxFindings).Select(finding => ItemOf(finding, sessions))],
            MoreFindings = Math.Max(0, findings.Count - MaxFindings),
            Runs = [.. sessions.Select(RunOf)],
            NextWeek = next,
            NotChecked = NotChecked(report),
            NotRead = notRead,
            AsOf = AsOf(asOf),
        };
    }

    private static DigestTone ToneOf(WeekReport report, List<Evaluation> findings) => report.Colour switch
    {
        WeekColour.Red => DigestTone.Stop,
        WeekColour.Amber => DigestTone.Watch,
        WeekColour.Green => findings.Count > 0 ? DigestTone.Note : DigestTone.Good,
        _ => DigestTone.Quiet,
    };

    private DigestItem ItemOf(Evaluation finding, IReadOnlyList<Session> sessions)
    {
        var session = sessions.FirstOrDefault(session => $"activity:{session.Id}" == finding.Subject);
        var tone = finding.Severity switch
        {
            Severity.Violation => DigestTone.Stop,
            Severity.Caution => DigestTone.Watch,
            Severity.Info => DigestTone.Note,
            _ => DigestTone.Good,
        };
        var day = session?.Date.ToString("dddd", CultureInfo.InvariantCulture);
        return new DigestItem(tone, _sentences.What(finding, day), EnglishSentences.Advice(finding), EnglishSentences.Why(finding.Rule));
    }

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

    private List<string> NextWeek(Week week)
    {
        var lines = new List<string> { $"At most {thresholds.MaxSessionsPerWeek} weighted runs, never two days in a row; two are better." };
        if (profile.BodyMassOn(week.EndsOn) is { Mass: var body })
            lines.Add($"Up to {units.Mass(Mass.FromKilograms(body.Kilograms * thresholds.BodyPercent.First / 100))}, {DigestUnits.Percent(thresholds.BodyPercent.First)} of your weight, and no more than about a kilogram above what you are used to.");

        var recent = log.Before(week.EndsOn.AddDays(1), SpikeDays).Where(session => session.Distance is not null).ToList();
        if (recent.Count >= SpikeMinRuns)
            lines.Add($"No run longer than {units.Distance(Distance.FromMeters(recent.Max(session => session.Distance!.Value.Meters) * (1 + (thresholds.SpikePercent.First / 100))))}; with weight, your usual distance is enough.");

        return lines;
    }

    private static List<string> NotChecked(WeekReport report) =>
    [
        .. report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.InsufficientData)
            .SelectMany(evaluation => evaluation.Reasons.Select(reason => EnglishSentences.NotChecked(evaluation.Rule, reason))).Distinct(),
    ];

    private string AsOf(DateTime asOf)
    {
        var newest = log.Sessions.Count == 0 ? "no run" : $"all runs up to {log.Sessions[^1].StartLocal.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}";
        return string.Create(CultureInfo.InvariantCulture, $"As of {asOf:dddd d MMMM yyyy, HH:mm}; {newest}.");
    }
}
