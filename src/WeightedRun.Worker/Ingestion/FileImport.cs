using WeightedRun.Analysis.Runs;
using WeightedRun.Files;

namespace WeightedRun.Worker.Ingestion;

/// <summary>What came out of a runner's files: the activities that can be placed in a week, and everything that could not be read, with the reason.</summary>
internal sealed class FileImport
{
    // Clocks differ, and a runner beyond the date line is a day ahead. What lies further ahead was recorded by a clock that is wrong.
    private static readonly TimeSpan FutureTolerance = TimeSpan.FromDays(2);

    private readonly Dictionary<ActivityId, int> _places = [];

    public List<ImportedActivity> Activities { get; } = [];

    public List<(string File, ReadProblem Problem)> Problems { get; } = [];

    public List<(string File, string Warning)> Warnings { get; } = [];

    /// <param name="paths">Files and folders.</param>
    /// <param name="zone">The zone of recordings that do not tell their own.</param>
    /// <param name="now">The moment after which nothing can have been recorded.</param>
    /// <param name="options">How to read.</param>
    public static FileImport Read(IReadOnlyList<string> paths, TimeZoneInfo zone, DateTimeOffset now, ReadOptions options)
    {
        var import = new FileImport();
        foreach (var result in ActivityFiles.Read(paths, options))
            import.Add(result, zone, now);

        import.ShareClocks();
        return import;
    }

    private void Add(ReadResult result, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (result.Problem is { } problem)
        {
            Problems.Add((result.File, problem));
            return;
        }

        var recorded = result.Activity!;
        if (ImportedActivity.From(recorded, zone) is not { } activity)
        {
            Refuse(recorded, recorded.Warnings.FirstOrDefault(warning => warning.StartsWith("device-relative-date", StringComparison.Ordinal)) ?? "the file does not say when it was recorded");
            return;
        }

        if (activity.Activity.StartLocal - now.UtcDateTime > FutureTolerance)
        {
            Refuse(recorded, $"its date, {activity.Activity.StartLocal:yyyy-MM-dd}, lies in the future");
            return;
        }

        // The same recording given twice, copied or exported again is one activity: the copy that knows more.
        if (_places.TryAdd(activity.Activity.Id, Activities.Count))
            Activities.Add(activity);
        else if (activity.KnowsMoreThan(Activities[_places[activity.Activity.Id]]))
            Activities[_places[activity.Activity.Id]] = activity;

        Warnings.AddRange(recorded.Warnings.Select(warning => (recorded.File, warning)));
    }

    private void Refuse(RecordedActivity recorded, string reason) =>
        Problems.Add((recorded.File, new ReadProblem("no-date", $"The activity was read but cannot be placed in a week: {reason[(reason.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : 0)..]}.")));

    /// <summary>A recording without a clock of its own takes that of the same run from another source, so that the two are seen to be one.</summary>
    private void ShareClocks()
    {
        var clocks = Activities.Where(imported => imported.HasOwnClock).Select(imported => (Start: imported.Recorded.StartUtc!.Value, imported.Activity.UtcOffset)).Order().ToList();
        for (var i = 0; i < Activities.Count; i++)
        {
            if (Activities[i] is not { Recorded.StartUtc: { } start, HasOwnClock: false } imported)
                continue;

            var next = clocks.BinarySearch((start.AddSeconds(-60), null));
            next = next < 0 ? ~next : next;
            if (next < clocks.Count && clocks[next].Start - start <= TimeSpan.FromSeconds(60))
                Activities[i] = imported.At(clocks[next].UtcOffset!.Value);
        }
    }
}
