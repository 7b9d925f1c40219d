using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Intake;

/// <summary>Reads one work item, whatever it holds, without ever throwing anything but a cancellation.</summary>
internal static class ItemReader
{
    // What the names promise. They decide nothing but whether rubbish under such a name is worth a word.
    private static readonly string[] Recordings = [".fit", ".tcx", ".gpx", ".fit.gz", ".tcx.gz", ".gpx.gz"];

    public static Outcome Read(WorkItem item, ReadOptions options)
    {
        var outcome = item.File is null ? new Outcome([]) : Read(item, item.File, options);
        return outcome.Container == Container.None ? outcome with { Results = item.Join(outcome.Results) } : outcome;
    }

    private static Outcome Read(WorkItem item, TreeFile file, ReadOptions options)
    {
        var bytes = 0L;
        try
        {
            if (item.IsNamed && Directory.Exists(item.Name))
                return new Outcome([], Container.Folder);

            // A pipe or a device also has no length, and opening one may never return.
            if (item.IsNamed && new FileInfo(item.Name) is { Exists: true, Length: 0 })
                return new Outcome([ReadResult.Of(item.Name, new ReadProblem("empty", "The file is empty, or it is a pipe or device and no file. Copy or export it again.", 0))]);

            return ContentReader.Read(file.Open(), item.Name, options, ref bytes) with { Bytes = bytes };
        }
        // The one place where a file, whatever it holds, becomes an answer instead of an exception: it never stops the rest.
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return new Outcome([ReadResult.Of(item.Name, ReadProblems.Of(problem))], Bytes: bytes);
        }
    }

    /// <summary>Beside activities lie settings, pictures and tables; only what was meant to be a recording is worth a word.</summary>
    public static IReadOnlyList<ReadResult> WithoutOtherFiles(IReadOnlyList<ReadResult> results) => results.All(IsWorthAWord) ? results : [.. results.Where(IsWorthAWord)];

    private static bool IsWorthAWord(ReadResult result) => result.Problem?.Code switch
    {
        "not-an-activity" or "empty" => false,
        "not-an-activity-file" or "encrypted" or "unsupported-compression" or "damaged" => HasName(result.File),
        _ => true,
    };

    private static bool HasName(string file) => Recordings.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
