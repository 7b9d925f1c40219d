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
        var context = new RuleContext(new History(log, profile, thresholds), week);
        var verdicts = new Verdicts();
        RuleBook.Judge(context, verdicts);
        var (meters, volume) = SumsOf(context);
        return new WeekReport
        {
            Week = week,
            Colour = ColourOf(context, verdicts),
            ThresholdsVersion = thresholds.Version,
            WeightedSessions = context.CountedSessions,
            WeightedDistance = meters is { } known ? Distance.FromMeters(known) : null,
            LoadKgKm = volume,
            Evaluations = Written(verdicts, context),
        };
    }

    private static WeekColour ColourOf(RuleContext week, Verdicts verdicts)
    {
        var isJudged = false;
        var worst = Severity.Positive;
        foreach (ref readonly var verdict in verdicts.All)
        {
            isJudged |= verdict.Outcome is Outcome.Pass or Outcome.Finding && !RuleBook.IsPraise(verdict.Rule);
            if (verdict.IsFinding && verdict.Severity > worst)
                worst = verdict.Severity.Value;
        }

        if (week.Sessions.IsEmpty || !isJudged)
            return WeekColour.Grey;

        return worst switch
        {
            Severity.Violation => WeekColour.Red,
            Severity.Caution => WeekColour.Amber,
            _ => WeekColour.Green,
        };
    }

    /// <summary>Weighted metres, and kilogram-kilometres of what the trunk carried; null where a needed part is unknown.</summary>
    private static (double? Meters, double? KilogramKilometers) SumsOf(RuleContext week)
    {
        (double? Meters, double? KilogramKilometers) sums = (0, 0);
        foreach (var run in week.CountedRuns)
        {
            sums.Meters += run.Session.Distance?.Meters;
            if (run.HasTorso)
                sums.KilogramKilometers += run.Session.TorsoLoad?.Kilograms * run.Session.Distance?.Kilometers;
        }

        return sums;
    }

    private static Evaluation[] Written(Verdicts verdicts, RuleContext week)
    {
        var evaluations = new Evaluation[verdicts.All.Length];
        for (var i = 0; i < evaluations.Length; i++)
        {
            ref readonly var verdict = ref verdicts.All[i];
            evaluations[i] = new Evaluation
            {
                Rule = verdict.Rule.Code,
                Subject = verdict.Subject.Text(week.Week),
                Outcome = verdict.Outcome,
                Severity = verdict.Severity,
                Reasons = ReasonCodes.Of(verdict.Reasons),
                Activities = ActivitiesOf(verdict, week.History),
                Observed = verdict.Observed.ToArray(),
                Limits = verdict.Limits.ToArray(),
                SuppressedBy = verdict.SuppressedBy?.Code,
                Have = verdict.Have,
                Need = verdict.Need,
            };
        }

        return evaluations;
    }

    private static IReadOnlyList<ActivityId> ActivitiesOf(in Verdict verdict, History history)
    {
        if (verdict.Subject.Run is { } run)
            return IdsOf(run);

        var ids = new List<ActivityId>();
        for (var i = verdict.Counted.From; i < verdict.Counted.To; i++)
        {
            if (!verdict.IsTorsoOnly || history.Counted[i].HasTorso)
                ids.AddRange(IdsOf(history.Counted[i].Session));
        }

        return ids;
    }

    private static ActivityId[] IdsOf(Session run) => [.. run.Parts.Select(part => part.Id)];
}
