using WeightedRun.Files.GarminExport;
using WeightedRun.Files.StravaExport;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Intake;

/// <summary>What a folder or ZIP is: Strava exports, a Garmin export, or just files; several may lie in one folder.</summary>
internal static class TreePlans
{
    public static IEnumerable<ReadPlan> Of(FileTree tree, ReadOptions options, Budget budget)
    {
        var rest = tree.Files;
        foreach (var table in tree.Files.Where(StravaExportReader.IsTable))
        {
            if (StravaExportReader.Plan(tree, table, options) is not { } plan)
                continue;

            yield return plan;
            rest = [.. rest.Where(file => !StravaExportReader.Covers(table, file))];
        }

        yield return GarminExportReader.Plan(tree, rest, options, budget) ?? Plain(tree, rest);
    }

    private static ReadPlan Plain(FileTree tree, IReadOnlyList<TreeFile> files) => new() { Items = files.Select(file => ItemOf(tree, file)), Count = files.Count };

    public static WorkItem ItemOf(FileTree tree, TreeFile file) => new() { Name = tree.NameOf(file), File = file, Join = ItemReader.WithoutOtherFiles };
}
