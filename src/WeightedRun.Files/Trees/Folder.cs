using System.IO.Enumeration;

namespace WeightedRun.Files.Trees;

/// <summary>A folder with everything below it. Linked folders are not entered, so that a loop cannot trap the reader.</summary>
internal static class Folder
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <param name="path">The folder.</param>
    /// <param name="cancellation">Ends the listing early.</param>
    public static FileTree List(string path, CancellationToken cancellation)
    {
        var root = path.Length > 1 ? path.TrimEnd('/', '\\') : path;
        var found = new FileSystemEnumerable<DiskFile>(path, Describe, Everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var files = new List<TreeFile>();
        foreach (var file in found.Take(FileTree.MaxFiles + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!FileTree.IsLeftover(file.Name, file.Length))
                files.Add(file);
        }

        return new FileTree(root, files);

        DiskFile Describe(ref FileSystemEntry entry)
        {
            var full = entry.ToFullPath();
            // A link's own length is that of its target's name.
            var length = entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? LengthOf(full) : entry.Length;
            return new DiskFile(full, Path.GetRelativePath(path, full).Replace('\\', '/'), length);
        }
    }

    private static long LengthOf(string link) => new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target.Length : 0;
}
