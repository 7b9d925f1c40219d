using System.Collections.Concurrent;
using System.Text.Json;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.GarminExport;

/// <summary>
/// A Garmin account export, as the ZIP or unpacked: the summaries first, then every recording in the inner ZIPs joined to its summary by
/// its start, then the summaries that have no recording.
/// </summary>
internal static class GarminExportReader
{
    /// <summary>Plans the reading; false when the tree is no Garmin export.</summary>
    public static bool TryPlan(FileTree tree, ReadPlan plan, ReadOptions options)
    {
        var tables = tree.Files.Where(file => file.Name.EndsWith("summarizedActivities.json", StringComparison.OrdinalIgnoreCase)).ToList();
        if (tables.Count == 0)
            return false;

        var summaries = new ConcurrentDictionary<long, (GarminSummary Summary, string File)>();
        foreach (var table in tables)
            ReadTable(tree, table, plan, summaries, options);

        foreach (var file in tree.Files)
        {
            if (file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                PlanRecordings(TreeReader.Nested(tree, file, plan, options, depth: 1), plan, summaries, options);
            else if (!tables.Contains(file))
                plan.Add(() => Join(TreeReader.WithoutOtherFiles(ContentReader.Read(() => tree.Open(file), tree.NameOf(file), options)), summaries));
        }

        plan.Rest = () => summaries.OrderBy(entry => entry.Key).Select(entry => ReadResult.Of(entry.Value.Summary.ToRecorded(entry.Value.File)));
        return true;
    }

    private static void PlanRecordings(ZipTree? tree, ReadPlan plan, ConcurrentDictionary<long, (GarminSummary, string)> summaries, ReadOptions options)
    {
        if (tree is null)
            return;

        foreach (var file in tree.Files)
            plan.Add(() => Join(TreeReader.WithoutOtherFiles(ContentReader.Read(() => tree.Open(file), tree.NameOf(file), options)), summaries));
    }

    private static void ReadTable(FileTree tree, TreeFile table, ReadPlan plan, ConcurrentDictionary<long, (GarminSummary, string)> summaries, ReadOptions options)
    {
        var file = tree.NameOf(table);
        try
        {
            // Sixteen times a recording: ten thousand activities with their zones and splits.
            using var content = new ContentStream(tree.Open(table), options.MaxItemBytes * 16);
            GarminSummaries.Read(content, summary =>
            {
                if (summary is { IsParent: false, Begin: { } begin })
                    summaries.TryAdd(begin, (summary, file));
            });
        }
        catch (Exception broken) when (broken is JsonException or IOException or InvalidDataException)
        {
            plan.AddProblem(file, new ReadProblem("bad-json", "The table of activities breaks off or is no JSON; titles and pack masses behind the break are missing. Request the export again."));
        }
    }

    private static IReadOnlyList<ReadResult> Join(IReadOnlyList<ReadResult> results, ConcurrentDictionary<long, (GarminSummary Summary, string File)> summaries) =>
    [
        .. results.Select(result => result.Activity is { StartUtc: { } start } activity && summaries.TryRemove(MillisecondsOf(start), out var entry)
            ? ReadResult.Of(entry.Summary.Join(activity))
            : result.Activity is { } alone ? ReadResult.Of(alone with { Source = ActivitySource.GarminExport }) : result),
    ];

    private static long MillisecondsOf(DateTime start) => (long)(start - DateTime.UnixEpoch).TotalMilliseconds;
}
