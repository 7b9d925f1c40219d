using WeightedRun.Analysis;
using WeightedRun.Analysis.Advice;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Digest;

/// <summary>Turns a week's report into its digest. Pure: every figure comes from the report and the log it was made of, every address from the links.</summary>
internal sealed class DigestComposer(TrainingLog log, RunnerProfile profile, Thresholds thresholds, DigestSentences sentences)
{
    // What a mail program shows beside the subject.
    private const int MaxPreheader = 140;

    public WeeklyDigest Compose(WeekReport report, DigestSituation situation, DigestLinks links)
    {
        var notices = new DigestNotices(log, situation, sentences, links);
        if (notices.Broken(report.Week) is { } trouble)
            return Frame(report, Summary(report, DigestTone.Stop), situation, links) with
            {
                Variant = DigestVariant.ConnectionBroken,
                Subject = sentences.TroubleSubject(trouble),
                Preheader = sentences.Trouble(trouble),
                Verdict = sentences.TroubleSubject(trouble) + ".",
                Notices = [notices.Trouble(trouble)],
            };

        var summary = Summary(report, DigestTones.Of(report));
        var frame = Frame(report, summary, situation, links) with { Notices = notices.For(report.Week) };
        return summary.Runs == 0 ? Quiet(report.Week, frame, situation) : Full(report, frame, situation, links);
    }

    private WeeklyDigest Full(WeekReport report, WeeklyDigest frame, DigestSituation situation, DigestLinks links)
    {
        var sessions = log.In(report.Week);
        var past = Enumerable.Range(1, DigestChart.Weeks - 1).Select(back => WeekFigures.Past(report.Week.AddWeeks(-back), log, profile));
        var weeks = past.Prepend(WeekFigures.Of(report.Week, log, profile)).ToList();
        var (items, more) = new DigestFindings(sessions, sentences, links).Of(report);
        var runs = new DigestRuns(situation, sentences, links);
        var (shown, moreRuns) = runs.Of(sessions);
        var next = situation.NextWeek ?? Forecast.WeekAfter(report.Week.EndsOn, log, profile, thresholds);
        var advice = items.FirstOrDefault(item => item.Tone is DigestTone.Stop or DigestTone.Watch)?.Advice;
        return frame with
        {
            Variant = report.WeightedSessions == 0 ? DigestVariant.NoWeightedRun : DigestVariant.Week,
            Preheader = DigestText.OneLine($"{advice} {sentences.Preheader(next)}", MaxPreheader),
            Table = new DigestTable(weeks, sentences).With(profile.BodyMassOn(report.Week.EndsOn)?.Mass, thresholds.MaxSessionsPerWeek),
            Findings = items,
            MoreFindings = more > 0 ? sentences.MoreFindings(more) : null,
            Chart = DigestChart.Of(weeks, report.Week, thresholds.MaxSessionsPerWeek, sentences),
            Runs = shown,
            MoreRuns = moreRuns > 0 ? sentences.MoreRuns(moreRuns) : null,
            NextWeek = [sentences.NextWeek(next)],
            NotChecked = NotChecked(report),
            Question = new DigestQuestions(log, profile, sentences, links).About(report.Week, situation.Refusals),
            Tip = Tips.For(log, profile, report.Week) is { } tip ? sentences.Tip(tip) : null,
            Attributions = runs.Attributions(sessions),
        };
    }

    /// <summary>After three quiet weeks one notice, then silence. The first digest always says something.</summary>
    private WeeklyDigest Quiet(Week week, WeeklyDigest frame, DigestSituation situation) => QuietWeeks.EndingWith(week, log) switch
    {
        QuietWeeks.Last when !situation.IsFirst => frame with { Variant = DigestVariant.LastQuietWeek, Notices = [.. frame.Notices, new DigestNotice(DigestTone.Quiet, sentences.LastQuietWeek)] },
        > QuietWeeks.Last when !situation.IsFirst => frame with { Variant = DigestVariant.Silent },
        _ => frame,
    };

    private WeekSummary Summary(WeekReport report, DigestTone tone)
    {
        var graver = report.Evaluations.Where(evaluation => evaluation is { Outcome: Outcome.Finding, Severity: >= Severity.Caution }).DistinctBy(finding => (finding.Rule, finding.Severity)).Count();
        return new WeekSummary(report.Week, report.WeightedSessions, log.In(report.Week).Count, thresholds.MaxSessionsPerWeek, tone, graver);
    }

    /// <summary>What every variant has.</summary>
    private WeeklyDigest Frame(WeekReport report, WeekSummary summary, DigestSituation situation, DigestLinks links)
    {
        var words = sentences.LinkWords;
        (string Text, string? Url)[] footer = [(words.Report, links.Report), (words.Settings, links.Settings), (words.Unsubscribe, links.Unsubscribe)];
        return new WeeklyDigest
        {
            Variant = DigestVariant.QuietWeek,
            Language = sentences.Code,
            Headings = sentences.Headings,
            Subject = sentences.Subject(summary),
            Preheader = sentences.Verdict(summary),
            Tone = summary.Tone,
            Period = sentences.Period(report.Week.StartsOn, report.Week.EndsOn),
            Verdict = sentences.Verdict(summary),
            NotRead = situation.NotRead,
            AsOf = sentences.AsOf(situation.AsOfLocal, log.Sessions.Count == 0 ? null : log.Sessions[^1].StartLocal),
            WhyThisCame = links.Unsubscribe is null ? null : sentences.WhyThisCame,
            FooterLinks = [.. footer.Where(link => link.Url is not null).Select(link => new DigestLink(link.Text, link.Url!))],
        };
    }

    private List<string> NotChecked(WeekReport report) =>
        [.. report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.InsufficientData).SelectMany(Missing).Distinct()];

    private IEnumerable<string> Missing(Evaluation evaluation) => evaluation.Reasons.Count == 0
        ? [sentences.TooLittle(evaluation.Rule, sentences.Units.Whole(evaluation.Have ?? 0), sentences.Units.Whole(evaluation.Need ?? 0))]
        : evaluation.Reasons.Select(reason => sentences.NotChecked(evaluation.Rule, reason));
}
