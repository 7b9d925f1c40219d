using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// One run much longer than the longest of the past 30 days: the best-supported single check there is. 5,205 runners, overuse injuries
/// 1.64 times as frequent from 10 to 30 %, 1.52 times to 100 %, 2.28 times beyond (British Journal of Sports Medicine 2025;59(17):1203).
/// The study's runners carried nothing, so an unweighted run is only told.
/// </summary>
public sealed class RunFarBeyondRecentRuns : IRule
{
    // One percent of the reference distance: what two watches differ by.
    private const double Epsilon = 1;

    /// <inheritdoc />
    public string Code => "distance.session-spike";

    /// <inheritdoc />
    public IEnumerable<Evaluation> Evaluate(RuleContext context)
    {
        if (context.Sessions.Count == 0)
            return [new Evaluation { Rule = Code, Subject = context.WeekSubject, Outcome = Outcome.NotApplicable }];

        return context.Sessions.Select(session => Judge(session, context));
    }

    private Evaluation Judge(Session session, RuleContext context)
    {
        var thresholds = context.Thresholds;
        var before = context.Log.Before(session.Date, thresholds.SpikeDays).Where(run => run.Distance is not null).ToList();
        var history = context.Log.SyncedFrom is { } from ? session.Date.DayNumber - from.DayNumber : 0;
        var evaluation = new Evaluation
        {
            Rule = Code,
            Subject = $"activity:{session.Id}",
            Outcome = Outcome.InsufficientData,
            Activities = [.. session.Parts.Select(part => part.Id)],
        };
        string?[] missing =
        [
            session.Distance is null ? "DISTANCE" : null,
            before.Count < thresholds.SpikeMinRuns ? "RUNS" : null,
            history < thresholds.SpikeDays ? "HISTORY" : null,
        ];
        if (missing.OfType<string>().Any())
        {
            var lacksRuns = before.Count < thresholds.SpikeMinRuns;
            return evaluation with
            {
                Reasons = [.. missing.OfType<string>()],
                Have = lacksRuns ? before.Count : history,
                Need = lacksRuns ? thresholds.SpikeMinRuns : thresholds.SpikeDays,
            };
        }

        var longest = before.Max(run => run.Distance!.Value.Meters);
        var increase = 100 * ((session.Distance!.Value.Meters / longest) - 1);
        var (severity, reason) = BandOf(increase, session.IsCounted(context.BodyMassOf(session)), thresholds);
        return evaluation with
        {
            Outcome = severity is null ? Outcome.Pass : Outcome.Finding,
            Severity = severity,
            Reasons = reason is null ? [] : [reason],
            Observed = [new Measure("distance_m", session.Distance!.Value.Meters), new Measure("increase_percent", increase)],
            Limits = [new Measure("longest_distance_m", longest), new Measure("increase_percent", thresholds.SmallSpikePercent)],
        };
    }

    private static (Severity? Severity, string? Reason) BandOf(double increase, bool isWeighted, Thresholds thresholds)
    {
        if (increase > thresholds.LargeSpikePercent + Epsilon + 1e-9)
            return (isWeighted ? Severity.Violation : Severity.Info, "LARGE");

        if (increase > thresholds.ModerateSpikePercent + Epsilon + 1e-9)
            return (isWeighted ? Severity.Violation : Severity.Info, "MODERATE");

        return increase > thresholds.SmallSpikePercent + Epsilon + 1e-9 ? (isWeighted ? Severity.Caution : Severity.Info, "SMALL") : (null, null);
    }
}
