using System.Text;
using WeightedRun.Files.Intake;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.StravaExport;

/// <summary>A Strava bulk export, as the ZIP or unpacked: <c>activities.csv</c> in its order, each row joined to its file.</summary>
internal static class StravaExportReader
{
    private const string Table = "activities.csv";

    // Twenty activities a day for ten years: a longer table was made to fill the memory.
    private const int MaxRows = 73_000;

    /// <summary>At the root, or in a folder that holds the export, as some programs wrap a ZIP's content.</summary>
    public static bool IsTable(TreeFile file) => file.Name == Table || file.Name.EndsWith("/" + Table, StringComparison.Ordinal);

    /// <summary>Plans the reading; null when the table is somebody else's.</summary>
    public static ReadPlan? Plan(FileTree tree, TreeFile table, ReadOptions options)
    {
        var members = Members(tree, RootOf(table));
        var loose = members.Values.ToHashSet();
        var (count, problem) = (0, default(ReadProblem));
        var columns = StravaColumns.Find(Rows(table, options, _ => { }).Select(row => row.Fields));
        foreach (var (fields, _) in Rows(table, options, broken => problem = broken).Skip(1))
        {
            count++;
            if (columns?.FilenameIn(fields) is { } filename && members.TryGetValue(filename, out var member))
                loose.Remove(member);
        }

        // Without its table an export is still a folder of recordings.
        if (columns is null && (problem is null || members.Count == 0))
            return null;

        var rows = columns is null ? null : new StravaRows(tree, table, members, columns);
        var named = rows is null ? [] : Rows(table, options, _ => { }).Skip(1).SelectMany(row => rows.ItemsOf(row.Fields, row.Line));
        var broken = problem is null ? (WorkItem[])[] : [WorkItem.Ready(ReadResult.Of(tree.NameOf(table), problem))];
        var others = loose.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => StravaRows.LooseItem(tree, file));
        return new ReadPlan { Items = named.Concat(broken).Concat(others), Count = (rows is null ? 0 : count) + broken.Length + loose.Count };
    }

    /// <summary>Whether the table's plan takes care of a file, by reading it or by knowing that it is a picture.</summary>
    public static bool Covers(TreeFile table, TreeFile file)
    {
        var root = RootOf(table);
        return file == table || file.Name.StartsWith(root + "activities/", StringComparison.Ordinal) || file.Name.StartsWith(root + "media/", StringComparison.Ordinal);
    }

    private static string RootOf(TreeFile table) => table.Name[..^Table.Length];

    private static Dictionary<string, TreeFile> Members(FileTree tree, string root)
    {
        var members = new Dictionary<string, TreeFile>(StringComparer.Ordinal);
        foreach (var file in tree.Files.Where(file => file.Name.StartsWith(root + "activities/", StringComparison.Ordinal)))
            members.TryAdd(file.Name[root.Length..], file);

        // Some programs unpack the members too; the table still names them as they were.
        foreach (var (name, file) in members.Where(member => !member.Key.EndsWith(".gz", StringComparison.Ordinal)).ToList())
            members.TryAdd(name + ".gz", file);

        return members;
    }

    // Read three times, for the columns, the count and the rows, so that its size never matters.
    private static IEnumerable<(string[] Fields, int Line)> Rows(TreeFile table, ReadOptions options, Action<ReadProblem> tell)
    {
        using var text = Open(table, options, tell);
        var csv = new CsvReader(text);
        var count = 0;
        while (Next(csv, tell) is { } fields)
        {
            if (++count > MaxRows)
            {
                tell(new ReadProblem("too-large", $"The table lists more activities than anybody has recorded; what comes after row {MaxRows:N0} was not read.", Line: csv.Line));
                yield break;
            }

            // A last empty line, or one between rows.
            if (fields.Length > 1 || fields[0].Length > 0)
                yield return (fields, csv.Line);
        }
    }

    private static TextReader Open(TreeFile table, ReadOptions options, Action<ReadProblem> tell)
    {
        try
        {
            return new StreamReader(new ContentStream(table.Open(), options.MaxItemBytes, options.Cancellation), Encoding.UTF8);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            tell(ReadProblems.Of(broken));
            return TextReader.Null;
        }
    }

    private static string[]? Next(CsvReader csv, Action<ReadProblem> tell)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            tell(new ReadProblem("bad-csv", $"The table of activities is broken: {broken.Message}. Titles and gear are missing from there on; request the export again.", Line: csv.Line));
            return null;
        }
    }
}
