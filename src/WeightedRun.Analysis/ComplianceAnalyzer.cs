using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis;

/// <summary>Asks every rule about one week of one runner's log. Pure: no clock, no I/O, the same input gives the same report.</summary>
public static class ComplianceAnalyzer
{
    /// <summary>The report of a week.</summary>
    public static WeekReport Analyze(TrainingLog log, RunnerProfile profile, Thresholds thresholds, Week week)
    {
        var context = new RuleContext(log, profile, thresholds, week);
        var evaluations = RuleBook.Rules.SelectMany(rule => Ask(rule, context)).ToList();
        var weighted = context.CountedSessions.ToList();
        return new WeekReport
        {
            Week = week,
            Colour = ColourOf(context, evaluations),
            ThresholdsVersion = thresholds.Version,
            WeightedSessions = weighted.Count,
            WeightedDistance = Sum(weighted, session => session.Distance?.Meters) is { } meters ? Distance.FromMeters(meters) : null,
            LoadKgKm = Sum(weighted.Where(session => session.HasTorsoPiece), session => session.TorsoLoad?.Kilograms * session.Distance?.Kilometers),
            Evaluations = evaluations,
        };
    }

    private static List<Evaluation> Ask(IRule rule, RuleContext context)
    {
        try
        {
            return [.. rule.Evaluate(context)];
        }
        // One broken rule must not cost the runner the others: it becomes a finding about itself.
        catch (Exception broken)
        {
            return [new Evaluation { Rule = rule.Code, Subject = context.WeekSubject, Outcome = Outcome.Error, Reasons = [broken.GetType().Name] }];
        }
    }

    private static WeekColour ColourOf(RuleContext context, List<Evaluation> evaluations)
    {
        if (context.Sessions.Count == 0 || !evaluations.Exists(evaluation => evaluation.Outcome is Outcome.Pass or Outcome.Finding))
            return WeekColour.Grey;

        return evaluations.Where(evaluation => evaluation.Outcome == Outcome.Finding).Max(evaluation => evaluation.Severity) switch
        {
            Severity.Violation => WeekColour.Red,
            Severity.Caution => WeekColour.Amber,
            _ => WeekColour.Green,
        };
    }

    private static double? Sum(IEnumerable<Session> sessions, Func<Session, double?> value)
    {
        var total = 0.0;
        foreach (var session in sessions)
        {
            if (value(session) is not { } part)
                return null;

            total += part;
        }

        return total;
    }
}
