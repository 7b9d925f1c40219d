using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Digest;

/// <summary>The week's figures beside last week's and the mean of the four weeks before; "–" where the log does not reach.</summary>
internal sealed class DigestTable(IReadOnlyList<WeekFigures?> weeks, DigestSentences sentences)
{
    public const int MeanWeeks = 4;

    private const string Unknown = "–";

    /// <param name="body">The body mass in force at the week's end.</param>
    /// <param name="limit">How many weighted runs a week may have.</param>
    public IReadOnlyList<DigestRow> With(Mass? body, int limit)
    {
        var (units, labels) = (sentences.Units, sentences.Labels);
        return
        [
            Row(labels.WeightedRuns, week => week.WeightedRuns, units.Count, runs => sentences.SessionsOf(runs, limit)),
            Row(labels.HeaviestLoad, week => week.HeaviestKg, kilograms => units.Mass(Mass.FromKilograms(kilograms)), load => load + ShareOf(body)),
            Row(labels.LoadDistance, week => week.LoadKgKm, units.LoadDistance),
            Row(labels.WeightedDistance, week => week.WeightedMeters, meters => units.Distance(Distance.FromMeters(meters))),
            Row(labels.AllRunning, week => week.Meters, meters => units.Distance(Distance.FromMeters(meters))),
        ];
    }

    private DigestRow Row(string label, Func<WeekFigures, double?> value, Func<double, string> show, Func<string, string>? ofThisWeek = null)
    {
        double? Of(int back) => weeks[back] is { } week ? value(week) : null;

        var history = Enumerable.Range(1, MeanWeeks).Select(Of).ToList();
        var mean = history.TrueForAll(past => past is not null) ? history.Average() : null;
        var now = Of(0) is { } number ? ofThisWeek is null ? show(number) : ofThisWeek(show(number)) : Unknown;
        return new DigestRow(label, now, history[0] is { } last ? show(last) : Unknown, mean is { } average ? show(average) : Unknown);
    }

    private string ShareOf(Mass? body) =>
        body is { } mass && weeks[0]?.HeaviestKg is { } heaviest and > 0 ? $", {sentences.Units.Percent(Mass.FromKilograms(heaviest).Of(mass).Percent)}" : "";
}
