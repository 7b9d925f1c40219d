namespace WeightedRun.Files.Trees;

/// <summary>A folder or a ZIP, read the same way: names with <c>/</c> in ordinal order, opened from several threads at once.</summary>
internal abstract class FileTree : IDisposable
{
    /// <summary>The path as the runner gave it.</summary>
    public required string Path { get; init; }

    public abstract IReadOnlyList<TreeFile> Files { get; }

    public abstract Stream Open(TreeFile file);

    public string NameOf(TreeFile file) => $"{Path}/{file.Name}";

    public virtual void Dispose()
    {
    }

    /// <summary>System leftovers that nobody means to import: macOS resource forks, hidden and empty files.</summary>
    protected static bool IsLeftover(string name, long length)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        return length == 0 || last.Length == 0 || last[0] == '.' || name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Contains("/__MACOSX/", StringComparison.Ordinal);
    }
}

/// <summary>One file of a tree.</summary>
/// <param name="Name">Relative name with <c>/</c>.</param>
/// <param name="Index">Its place in a ZIP's own directory.</param>
internal readonly record struct TreeFile(string Name, int Index);
