using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Corrections;

/// <summary>What a late upload, an edit or an answer changed in a week that was reported already.</summary>
public sealed record WeekCorrection
{
    /// <summary>The week.</summary>
    public required Week Week { get; init; }

    /// <summary>Its colour as reported, and now.</summary>
    public required (WeekColour Before, WeekColour After) Colour { get; init; }

    /// <summary>Its weighted sessions as reported, and now.</summary>
    public required (int Before, int After) WeightedSessions { get; init; }

    /// <summary>Findings that were not there.</summary>
    public required IReadOnlyList<Evaluation> Appeared { get; init; }

    /// <summary>Findings that are no more.</summary>
    public required IReadOnlyList<Evaluation> Gone { get; init; }

    /// <summary>Findings of which the severity or a number changed.</summary>
    public required IReadOnlyList<(Evaluation Before, Evaluation After)> Changed { get; init; }

    /// <summary>The difference between two reports of one week; null when they say the same.</summary>
    /// <exception cref="ArgumentException">The reports are of two weeks.</exception>
    public static WeekCorrection? Between(WeekReport before, WeekReport after)
    {
        if (before.Week != after.Week)
            throw new ArgumentException($"The reports are of two weeks, {before.Week} and {after.Week}.", nameof(after));

        if (before.Equals(after))
            return null;

        var (old, now) = (FindingsOf(before), FindingsOf(after));
        return new WeekCorrection
        {
            Week = after.Week,
            Colour = (before.Colour, after.Colour),
            WeightedSessions = (before.WeightedSessions, after.WeightedSessions),
            Appeared = [.. now.Where(finding => !old.ContainsKey(finding.Key)).Select(finding => finding.Value)],
            Gone = [.. old.Where(finding => !now.ContainsKey(finding.Key)).Select(finding => finding.Value)],
            Changed = [.. now.Where(finding => old.TryGetValue(finding.Key, out var was) && !was.Equals(finding.Value)).Select(finding => (old[finding.Key], finding.Value))],
        };
    }

    private static Dictionary<(string, string), Evaluation> FindingsOf(WeekReport report) =>
        report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.Finding).ToDictionary(finding => (finding.Rule, finding.Subject));
}
