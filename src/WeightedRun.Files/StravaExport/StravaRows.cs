using WeightedRun.Files.Intake;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.StravaExport;

/// <summary>Makes a work item of each row of a Strava export: its file joined to it, or the row alone.</summary>
internal sealed class StravaRows(FileTree tree, TreeFile table, Dictionary<string, TreeFile> members, StravaColumns columns)
{
    private readonly string _name = tree.NameOf(table);

    public IEnumerable<WorkItem> ItemsOf(string[] fields, int line)
    {
        if (fields.Length <= columns.Filename)
        {
            yield return WorkItem.Ready(ReadResult.Of(_name, new ReadProblem("bad-row", $"Row {line} of the table has {fields.Length} columns instead of at least {columns.Filename + 1}; it was left out.", Line: line)));
            yield break;
        }

        var row = StravaRow.From(fields, columns);
        if (row.Filename is null)
            yield return WorkItem.Ready(ReadResult.Of(row.ToRecorded(_name)));
        else if (members.TryGetValue(row.Filename, out var member))
            yield return new WorkItem { Name = tree.NameOf(member), File = member, Join = results => Joined(row, results, tree.NameOf(member)) };
        else
            yield return WorkItem.Ready(FromRow(row, _name, $"no-file: the export does not hold {row.Filename}; the values are the table's"));
    }

    /// <summary>A recording that no row names.</summary>
    public static WorkItem LooseItem(FileTree tree, TreeFile member) => new()
    {
        Name = tree.NameOf(member),
        File = member,
        Join = results => [.. ItemReader.WithoutOtherFiles(results).Select(result => result.Activity is { } activity ? ReadResult.Of(Named(activity, member.Name)) : result)],
    };

    private static RecordedActivity Named(RecordedActivity activity, string member) => activity with
    {
        Source = ActivitySource.StravaExport,
        ExternalIds = [.. StravaRow.UploadIds(member[(member.LastIndexOf("activities/", StringComparison.Ordinal))..]), .. activity.ExternalIds],
    };

    private static IReadOnlyList<ReadResult> Joined(StravaRow row, IReadOnlyList<ReadResult> results, string name)
    {
        var read = results.Where(result => result.Activity is not null).ToList();

        // One row is one activity: of a file with several sessions only the first may carry the row's number.
        if (read.Count > 0)
            return [.. read.Select((result, i) => ReadResult.Of(i == 0 ? row.Join(result.Activity!, read.Count == 1) : row.JoinWords(result.Activity!)))];

        return [FromRow(row, name, $"{(results.Count > 0 ? results[0].Problem?.Code : null) ?? "no-activity"}: the activity's file could not be read, the values are the table's")];
    }

    private static ReadResult FromRow(StravaRow row, string name, string warning)
    {
        var recorded = row.ToRecorded(name);
        return ReadResult.Of(recorded with { Warnings = [warning, .. recorded.Warnings] });
    }
}
