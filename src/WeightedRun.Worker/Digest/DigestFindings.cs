using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Digest;

/// <summary>What of a report is said: one thing that was good, then the gravest three, the newest first; what one rule says of several runs is said once.</summary>
internal sealed class DigestFindings(IReadOnlyList<Session> sessions, DigestUnits units)
{
    // What is read in twenty seconds; the rest is counted.
    private const int MaxFindings = 3;

    private readonly EnglishRules _rules = new(units);

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
        var tone = same[0].Severity switch
        {
            Severity.Violation => DigestTone.Stop,
            Severity.Caution => DigestTone.Watch,
            Severity.Info => DigestTone.Note,
            _ => DigestTone.Good,
        };
        var others = same.Skip(1).Where(other => other.Subject != same[0].Subject).Select(DateOf).OfType<DateOnly>().Select(Day).Distinct().Reverse().ToList();
        var also = others.Count == 0 ? "" : $" The same on {string.Join(" and ", others)}.";
        return new DigestItem(tone, _rules.What(same[0], DateOf(same[0]) is { } date ? Day(date) : null) + also, _rules.Advice(same[0]), EnglishReasons.Why(same[0].Rule));
    }

    private static string Day(DateOnly date) => date.ToString("dddd", CultureInfo.InvariantCulture);

    /// <summary>The run's date, or the one in the subject; null for the week as a whole.</summary>
    private DateOnly? DateOf(Evaluation finding) =>
        DateOnly.TryParseExact(finding.Subject[(finding.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && !finding.Subject.StartsWith("activity:", StringComparison.Ordinal)
            ? date
            : sessions.FirstOrDefault(session => finding.Subject == $"activity:{session.Id}")?.Date;
}
