using WeightedRun.Analysis.Runs;
using WeightedRun.Files;

namespace WeightedRun.Worker.Ingestion;

/// <summary>What came out of a runner's files: the activities that can be placed in a week, and everything that could not be read, with the reason.</summary>
internal sealed class FileImport
{
    private readonly HashSet<ActivityId> _ids = [];

    public List<ImportedActivity> Activities { get; } = [];

    public List<(string File, ReadProblem Problem)> Problems { get; } = [];

    public List<(string File, string Warning)> Warnings { get; } = [];

    public static FileImport Read(IReadOnlyList<string> paths, TimeZoneInfo zone, ReadOptions options)
    {
        var import = new FileImport();
        foreach (var result in ActivityFiles.Read(paths, options))
            import.Add(result, zone);

        return import;
    }

    private void Add(ReadResult result, TimeZoneInfo zone)
    {
        if (result.Problem is { } problem)
        {
            Problems.Add((result.File, problem));
            return;
        }

        var recorded = result.Activity!;
        if (ImportedActivity.From(recorded, zone) is not { } activity)
        {
            var reason = recorded.Warnings.FirstOrDefault(warning => warning.StartsWith("device-relative-date", StringComparison.Ordinal)) ?? "the file does not say when it was recorded";
            Problems.Add((recorded.File, new ReadProblem("no-date", $"The activity was read but cannot be placed in a week: {reason[(reason.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : 0)..]}.")));
            return;
        }

        // The same file given twice, or copied, is one activity.
        if (_ids.Add(activity.Activity.Id))
            Activities.Add(activity);

        Warnings.AddRange(recorded.Warnings.Select(warning => (recorded.File, warning)));
    }
}
