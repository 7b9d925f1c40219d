using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Worker.Digest;

/// <summary>The week's figures beside last week's and the mean of the four weeks before; "–" where the log does not reach.</summary>
internal sealed class DigestTable(TrainingLog log, RunnerProfile profile, Thresholds thresholds, DigestUnits units)
{
    private const int MeanWeeks = 4;
    private const string Unknown = "–";

    public IReadOnlyList<DigestRow> For(WeekReport report)
    {
        var weeks = Enumerable.Range(0, MeanWeeks + 1).Select(back => FiguresOf(report.Week.AddWeeks(-back))).ToArray();
        return
        [
            Row("Weighted runs", weeks, week => week.Weighted, value => string.Create(CultureInfo.InvariantCulture, $"{value:0.#}"), $" of {thresholds.MaxSessionsPerWeek}"),
            Row("Heaviest load", weeks, week => week.HeaviestKg, value => units.Mass(Mass.FromKilograms(value)), ShareOf(report, weeks[0])),
            Row("Load x distance", weeks, week => week.LoadKgKm, units.LoadDistance),
            Row("Weighted distance", weeks, week => week.WeightedMeters, value => units.Distance(Distance.FromMeters(value))),
            Row("All running", weeks, week => week.Meters, value => units.Distance(Distance.FromMeters(value))),
        ];
    }

    private static DigestRow Row(string label, Figures?[] weeks, Func<Figures, double?> value, Func<double, string> show, string suffix = "")
    {
        var (now, last) = (weeks[0] is { } week ? value(week) : null, weeks[1] is { } before ? value(before) : null);
        var history = weeks.Skip(1).Select(past => past is { } known ? value(known) : null).ToList();
        var mean = history.TrueForAll(past => past is not null) ? history.Average() : null;
        return new DigestRow(label, now is { } number ? show(number) + suffix : Unknown, last is { } lastWeek ? show(lastWeek) : Unknown, mean is { } average ? show(average) : Unknown);
    }

    private string ShareOf(WeekReport report, Figures? week) =>
        week?.HeaviestKg is { } heaviest and > 0 && profile.BodyMassOn(report.Week.EndsOn) is { Mass: var body }
            ? $", {DigestUnits.Percent(Mass.FromKilograms(heaviest).Of(body).Percent)}"
            : "";

    private Figures? FiguresOf(Week week)
    {
        if (log.SyncedFrom is not { } from || from > week.EndsOn)
            return null;

        var report = ComplianceAnalyzer.Analyze(log, profile, thresholds, week);
        var sessions = log.In(week);
        return new Figures(
            report.WeightedSessions,
            sessions.Where(session => session.IsTagged).Select(session => session.TorsoLoad?.Kilograms).DefaultIfEmpty(null).Max(),
            report.LoadKgKm,
            report.WeightedDistance?.Meters,
            SumOf(sessions));
    }

    /// <summary>Null when a run's distance is unknown: a sum of the others would look like all of it.</summary>
    private static double? SumOf(IReadOnlyList<Session> sessions)
    {
        double? meters = 0;
        foreach (var session in sessions)
            meters += session.Distance?.Meters;

        return meters;
    }

    private sealed record Figures(double Weighted, double? HeaviestKg, double? LoadKgKm, double? WeightedMeters, double? Meters);
}
