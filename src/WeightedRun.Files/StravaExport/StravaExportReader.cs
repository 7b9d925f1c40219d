using System.Text;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.StravaExport;

/// <summary>A Strava bulk export, as the ZIP or unpacked: <c>activities.csv</c> in its order, each row joined to its file.</summary>
internal static class StravaExportReader
{
    private const string Table = "activities.csv";

    /// <summary>Plans the reading; false when the tree is no Strava export.</summary>
    public static bool TryPlan(FileTree tree, ReadPlan plan, ReadOptions options)
    {
        // At the root, or in the one folder that some programs wrap a ZIP's content in.
        var table = tree.Files.FirstOrDefault(file => file.Name == Table || (file.Name.EndsWith("/" + Table, StringComparison.Ordinal) && file.Name.Count(letter => letter == '/') == 1));
        if (table.Name is null)
            return false;

        var root = table.Name[..^Table.Length];
        var members = tree.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        var file = tree.NameOf(table);
        try
        {
            var columns = StravaColumns.Find(Rows(tree, table, options).Select(row => row.Fields));
            foreach (var (fields, line) in Rows(tree, table, options).Skip(1))
                PlanRow(fields, line, columns);
        }
        catch (InvalidDataException broken)
        {
            plan.AddProblem(file, new ReadProblem("bad-csv", $"The table of activities is broken: {broken.Message}. Request the export again."));
        }

        return true;

        void PlanRow(string[] fields, int line, StravaColumns columns)
        {
            if (fields.Length <= columns.Filename)
            {
                if (fields.Length > 1)
                    plan.AddProblem(file, new ReadProblem("bad-row", $"Row {line} of the table has {fields.Length} columns instead of at least {columns.Filename + 1}; it was left out.", line));
                return;
            }

            var row = StravaRow.From(fields, columns, line);
            if (row.Filename is null)
                plan.Add(() => [ReadResult.Of(row.ToRecorded(file))]);
            else if (members.TryGetValue(root + row.Filename, out var member))
                plan.Add(() => ReadMember(row, tree, member, options));
            else
                plan.Add(() => [ReadResult.Of(WithWarning(row.ToRecorded(file), $"no-file: the export does not hold {row.Filename}; the values are the table's"))]);
        }
    }

    private static IReadOnlyList<ReadResult> ReadMember(StravaRow row, FileTree tree, TreeFile member, ReadOptions options)
    {
        var results = ContentReader.Read(() => tree.Open(member), tree.NameOf(member), options);
        if (results.Count == 1 && results[0].Activity is { } activity)
            return [ReadResult.Of(row.Join(activity))];

        var read = results.Where(result => result.Activity is not null).ToList();
        if (read.Count > 1)
            return [.. read.Select(result => ReadResult.Of(row.Join(result.Activity!)))];

        var problem = results[0].Problem!;
        return [ReadResult.Of(WithWarning(row.ToRecorded(tree.NameOf(member)), $"{problem.Code}: the activity's file could not be read, the values are the table's"))];
    }

    private static RecordedActivity WithWarning(RecordedActivity activity, string warning) => activity with { Warnings = [.. activity.Warnings, warning] };

    private static IEnumerable<(string[] Fields, int Line)> Rows(FileTree tree, TreeFile table, ReadOptions options)
    {
        using var content = new ContentStream(tree.Open(table), options.MaxItemBytes);
        using var text = new StreamReader(content, Encoding.UTF8);
        var csv = new CsvReader(text);
        while (csv.Read() is { } fields)
            yield return (fields, csv.Line);
    }
}
