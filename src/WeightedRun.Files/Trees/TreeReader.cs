namespace WeightedRun.Files.Trees;

/// <summary>A folder or ZIP that is no export: every activity file in it, whatever else lies beside them.</summary>
internal static class TreeReader
{
    // A ZIP in a ZIP is what a browser or a watch's app makes; a third level is a trap.
    private const int MaxDepth = 2;

    private static readonly string[] Extensions = [".fit", ".tcx", ".gpx", ".fit.gz", ".tcx.gz", ".gpx.gz"];

    public static void Plan(FileTree tree, ReadPlan plan, ReadOptions options, int depth = 1)
    {
        foreach (var file in tree.Files)
        {
            if (!file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                plan.Add(() => WithoutOtherFiles(ContentReader.Read(() => tree.Open(file), tree.NameOf(file), options)));
            else if (Nested(tree, file, plan, options, depth) is { } nested)
                Plan(nested, plan, options, depth + 1);
        }
    }

    /// <summary>Opens a ZIP within a tree; null, with the reason in the plan, when it cannot be.</summary>
    public static ZipTree? Nested(FileTree tree, TreeFile file, ReadPlan plan, ReadOptions options, int depth)
    {
        var name = tree.NameOf(file);
        if (depth >= MaxDepth)
        {
            plan.AddProblem(name, new ReadProblem("too-deep", "A ZIP inside a ZIP inside a ZIP is not opened. Unpack it and give its folder."));
            return null;
        }

        try
        {
            // Sixteen times an item: an export's inner ZIPs hold thousands of recordings, and go to disk, not to memory.
            using var content = new ContentStream(tree.Open(file), options.MaxItemBytes * 16);
            var nested = ZipTree.Nested(content, name);
            plan.Trees.Add(nested);
            return nested;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            plan.AddProblem(name, ContentReader.ProblemOf(problem));
            return null;
        }
    }

    /// <summary>Beside activities lie settings, pictures and tables; only what should have been an activity is worth a word.</summary>
    public static IReadOnlyList<ReadResult> WithoutOtherFiles(IReadOnlyList<ReadResult> results) =>
        [.. results.Where(result => result.Problem?.Code is not ("not-an-activity" or "not-an-activity-file") || IsMeant(result))];

    // A settings file is something else by its own word; rubbish under a recording's name was meant to be a recording.
    private static bool IsMeant(ReadResult result) =>
        result.Problem?.Code == "not-an-activity-file" && Extensions.Any(extension => result.File.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
