namespace WeightedRun.Files.Trees;

/// <summary>A folder or a ZIP, read the same way: names with <c>/</c> in ordinal order, opened from several threads at once.</summary>
internal sealed class FileTree(string path, List<TreeFile> files, IDisposable? owned = null) : IDisposable
{
    /// <summary>More than the largest export has, monitoring files and pictures included; a list of more is a trap.</summary>
    public const int MaxFiles = 200_000;

    private readonly List<TreeFile> _files = Sorted(files);

    /// <summary>The path as the runner gave it.</summary>
    public string Path => path;

    public IReadOnlyList<TreeFile> Files => _files;

    /// <summary>What was refused before anything was opened.</summary>
    public List<ReadResult> Problems { get; } = [];

    public long PackedLength { get; } = files.Sum(file => file.Length);

    public string NameOf(TreeFile file) => $"{path}/{file.Name}";

    public void Dispose() => owned?.Dispose();

    /// <summary>System leftovers that nobody means to import: macOS resource forks, hidden and empty files.</summary>
    public static bool IsLeftover(string name, long length)
    {
        var last = name.AsSpan(name.LastIndexOf('/') + 1);
        return length == 0 || last.Length == 0 || last[0] == '.' || name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Contains("/__MACOSX/", StringComparison.Ordinal);
    }

    // A ZIP may hold a name twice; the sort is stable so that they keep their order.
    private static List<TreeFile> Sorted(List<TreeFile> files) => [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
}
