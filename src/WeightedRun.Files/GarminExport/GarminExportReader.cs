using System.Text.Json;
using WeightedRun.Files.Intake;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.GarminExport;

/// <summary>
/// A Garmin account export, as the ZIP or unpacked: the summaries first, then every recording, those in the inner ZIPs too, joined to its
/// summary by its start, then the summaries that have no recording.
/// </summary>
internal static class GarminExportReader
{
    // A JSON of a hundred megabytes is common where somebody has worn a watch for ten years.
    private const int MaxItems = 16;

    /// <summary>Plans the reading; null when there is no table of summaries.</summary>
    public static ReadPlan? Plan(FileTree tree, IReadOnlyList<TreeFile> files, ReadOptions options, Budget budget)
    {
        var tables = files.Where(file => file.Name.EndsWith("summarizedActivities.json", StringComparison.OrdinalIgnoreCase)).ToList();
        if (tables.Count == 0)
            return null;

        var summaries = new GarminSummaryIndex();
        var problems = tables.Select(table => ReadTable(tree, table, summaries, options, budget)).OfType<ReadResult>().ToList();
        var items = files.Except(tables).Select(file => TreePlans.ItemOf(tree, file)).ToList();
        return new ReadPlan
        {
            Items = problems.Select(WorkItem.Ready).Concat(items),
            Count = problems.Count + items.Count,
            Join = summaries.Join,
            Rest = () => summaries.Unmatched().Select(ReadResult.Of),
        };
    }

    private static ReadResult? ReadTable(FileTree tree, TreeFile table, GarminSummaryIndex summaries, ReadOptions options, Budget budget)
    {
        var file = tree.NameOf(table);
        ContentStream? content = null;
        try
        {
            content = new ContentStream(table.Open(), Math.Min(options.MaxItemBytes * MaxItems, budget.Left), options.Cancellation);
            GarminSummaries.Read(content, summary => summaries.Add(summary, file));
            return null;
        }
        catch (JsonException broken)
        {
            return ReadResult.Of(file, new ReadProblem("bad-json", "The table of activities breaks off or is no JSON; titles and pack masses behind the break are missing. Request the export again.", broken.LineNumber == 0 ? broken.BytePositionInLine : null, broken.LineNumber + 1));
        }
        // A text that is no Unicode.
        catch (InvalidOperationException)
        {
            return ReadResult.Of(file, new ReadProblem("bad-json", "The table of activities holds broken text; titles and pack masses behind it are missing. Request the export again."));
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return ReadResult.Of(file, ReadProblems.Of(broken));
        }
        finally
        {
            budget.Spend(content?.Given ?? 0);
            content?.Dispose();
        }
    }
}
