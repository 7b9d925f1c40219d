using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// The article: above 10 % of body mass do not expect the same distance or time. 15 and 20 % are our own bounds: no trial stands behind them.
/// </summary>
public sealed class LoadHeavyForTheBody : IRule
{
    // Half of the last digit that is shown: what looks compliant is compliant.
    private const double Epsilon = 0.05;

    // A body changes within half a year.
    private const int StaleDays = 180;

    /// <inheritdoc />
    public string Code => "load.body-weight";

    /// <inheritdoc />
    public IEnumerable<Evaluation> Evaluate(RuleContext context)
    {
        var tagged = context.Sessions.Where(session => session.IsTagged).ToList();
        if (tagged.Count == 0)
            return [new Evaluation { Rule = Code, Subject = context.WeekSubject, Outcome = Outcome.NotApplicable }];

        return tagged.Select(session => Judge(session, context));
    }

    private Evaluation Judge(Session session, RuleContext context)
    {
        var evaluation = new Evaluation
        {
            Rule = Code,
            Subject = $"activity:{session.Id}",
            Outcome = Outcome.NotApplicable,
            Activities = [.. session.Parts.Select(part => part.Id)],
        };
        if (!session.HasTorsoPiece)
            return evaluation;

        var body = context.Profile.BodyMassOn(session.Date);
        if (body is null || session.TorsoLoad is not { } load)
        {
            string?[] missing = [body is null ? "BODY_WEIGHT" : null, session.TorsoLoad is null ? "LOAD" : null];
            return evaluation with { Outcome = Outcome.InsufficientData, Reasons = [.. missing.OfType<string>()] };
        }

        var percent = load.Of(body.Mass).Percent;
        var severity = SeverityOf(percent, context);
        return evaluation with
        {
            Outcome = severity is null ? Outcome.Pass : Outcome.Finding,
            Severity = severity,
            Reasons = session.Date.DayNumber - body.On.DayNumber > StaleDays ? ["BODY_WEIGHT_STALE"] : [],
            Observed = [new Measure("load_kg", load.Kilograms), new Measure("body_mass_kg", body.Mass.Kilograms), new Measure("load_percent", percent)],
            Limits = [new Measure("load_percent", context.Thresholds.NotablePercent)],
        };
    }

    private static Severity? SeverityOf(double percent, RuleContext context)
    {
        var thresholds = context.Thresholds;
        if (percent > thresholds.MaxPercent + Epsilon)
            return Severity.Violation;

        if (percent > thresholds.HeavyPercent + Epsilon)
            return Severity.Caution;

        if (percent > thresholds.NotablePercent + Epsilon)
            return context.Age >= thresholds.OlderRunnerAge ? Severity.Caution : Severity.Info;

        return null;
    }
}
