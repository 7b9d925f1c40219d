namespace WeightedRun.Analysis.Rules;

/// <summary>"Not more than three times a week" (the article). Already certain when a fourth is there, whatever is still to come.</summary>
public sealed class TooManyWeightedRunsInAWeek : IRule
{
    /// <inheritdoc />
    public string Code => "frequency.weekly-limit";

    /// <inheritdoc />
    public IEnumerable<Evaluation> Evaluate(RuleContext context)
    {
        var sessions = context.CountedSessions.ToList();
        var limit = context.Thresholds.MaxSessionsPerWeek;
        var isOver = sessions.Count > limit;
        var isKnown = isOver || context.Log.IsComplete(context.Week);
        yield return new Evaluation
        {
            Rule = Code,
            Subject = context.WeekSubject,
            Outcome = isOver ? Outcome.Finding : isKnown ? Outcome.Pass : Outcome.InsufficientData,
            Severity = isOver ? Severity.Violation : null,
            Reasons = isKnown ? [] : ["WEEK_NOT_SYNCED"],
            Activities = [.. sessions.SelectMany(session => session.Parts.Select(part => part.Id))],
            Observed = [new Measure("sessions", sessions.Count)],
            Limits = [new Measure("sessions", limit)],
        };
    }
}
