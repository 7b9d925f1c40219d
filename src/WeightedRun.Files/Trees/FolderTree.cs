namespace WeightedRun.Files.Trees;

/// <summary>A folder with everything below it; symbolic links are not followed, so that a loop cannot trap the reader.</summary>
internal sealed class FolderTree : FileTree
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private readonly Lazy<IReadOnlyList<TreeFile>> _files;

    public FolderTree() => _files = new Lazy<IReadOnlyList<TreeFile>>(List);

    public override IReadOnlyList<TreeFile> Files => _files.Value;

    public override Stream Open(TreeFile file) => File.OpenRead(System.IO.Path.Combine(Path, file.Name));

    private List<TreeFile> List() =>
    [
        .. new DirectoryInfo(Path).EnumerateFiles("*", Everything)
            .Select(file => (Name: System.IO.Path.GetRelativePath(Path, file.FullName).Replace('\\', '/'), file.Length))
            .Where(file => !IsLeftover(file.Name, file.Length))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new TreeFile(file.Name, 0)),
    ];
}
