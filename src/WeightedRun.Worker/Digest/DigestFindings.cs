using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Digest;

/// <summary>What of a report is said: one thing that was good, then the gravest three, the newest first; what one rule says of several runs is said once.</summary>
internal sealed class DigestFindings(IReadOnlyList<Session> sessions, DigestSentences sentences, DigestLinks links)
{
    // What is read in twenty seconds; the rest is counted.
    private const int MaxFindings = 3;

    /// <summary>The findings, the worst first, each with those that say the same of other runs.</summary>
    public (IReadOnlyList<DigestItem> Items, int More) Of(WeekReport report)
    {
        var findings = report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.Finding).ToLookup(finding => finding.Severity == Severity.Positive);
        var groups = findings[false].GroupBy(finding => (finding.Rule, finding.Severity))
            .Select(group => group.OrderByDescending(DateOf).ToList())
            .OrderByDescending(group => group[0].Severity).ThenByDescending(group => DateOf(group[0])).ToList();
        return ([.. findings[true].TakeLast(1).Select(good => Item([good])), .. groups.Take(MaxFindings).Select(Item)], Math.Max(0, groups.Count - MaxFindings));
    }

    private DigestItem Item(List<Evaluation> same)
    {
        var finding = same[0];
        var others = same.Skip(1).Where(other => other.Subject != finding.Subject).Select(DateOf).OfType<DateOnly>().Distinct().Reverse().ToList();
        string[] what =
        [
            sentences.What(finding, DateOf(finding) is { } date ? sentences.DayName(date) : null),
            .. finding.Reasons.Select(sentences.Remark).Where(remark => remark.Length > 0),
            .. others.Count == 0 ? Array.Empty<string>() : [sentences.TheSameOn(others)],
        ];
        return new DigestItem(DigestTones.Of(finding.Severity), string.Join(' ', what), sentences.Advice(finding), sentences.Why(finding.Rule))
        {
            Source = links.Rule(finding.Rule) is { } source ? new DigestLink(sentences.LinkWords.Source, source) : null,
            Fix = finding.Severity > Severity.Positive && RunOf(finding) is { } run && links.Fix(run.Id) is { } fix ? new DigestLink(sentences.LinkWords.Fix, fix) : null,
        };
    }

    private Session? RunOf(Evaluation finding) => sessions.FirstOrDefault(session => finding.Subject == $"activity:{session.Id}");

    /// <summary>The run's date, or the one in the subject; null for the week as a whole.</summary>
    private DateOnly? DateOf(Evaluation finding) =>
        DateOnly.TryParseExact(finding.Subject[(finding.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && !finding.Subject.StartsWith("activity:", StringComparison.Ordinal)
            ? date
            : RunOf(finding)?.Date;
}
