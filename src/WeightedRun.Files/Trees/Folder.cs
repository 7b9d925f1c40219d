using System.IO.Enumeration;

namespace WeightedRun.Files.Trees;

/// <summary>A folder with everything below it. Linked folders are not entered, so that a loop cannot trap the reader.</summary>
internal static class Folder
{
    /// <summary>Lists a folder; what cannot even be listed is among the tree's problems and costs nobody else anything.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellation">Ends the listing early.</param>
    public static FileTree List(string path, CancellationToken cancellation)
    {
        var root = path.Length > 1 ? path.TrimEnd('/', '\\') : path;
        var files = new List<TreeFile>();
        using var found = new Listing(path);
        while (files.Count <= FileTree.MaxFiles && found.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!FileTree.IsLeftover(found.Current.Name, found.Current.Length))
                files.Add(found.Current);
        }

        var tree = new FileTree(root, files);
        tree.Problems.AddRange(found.Problems);
        return tree;
    }

    private sealed class Listing : FileSystemEnumerator<DiskFile>
    {
        private const int MaxProblems = 100;

        // What the system puts where a name is no Unicode; under that name there is nothing to open.
        private const char Undecodable = '\uFFFD';

        private readonly string _folder;

        public Listing(string folder)
            : base(folder, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None }) => _folder = folder;

        public List<ReadResult> Problems { get; } = [];

        protected override bool ShouldIncludeEntry(ref FileSystemEntry entry) => !entry.IsDirectory;

        protected override bool ShouldRecurseIntoEntry(ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

        protected override DiskFile TransformEntry(ref FileSystemEntry entry)
        {
            var full = entry.ToFullPath();
            var name = Path.GetRelativePath(_folder, full).Replace('\\', '/');
            if (name.Contains(Undecodable, StringComparison.Ordinal))
                Tell(name, "unreadable-name", "The file's name is no Unicode text. Rename it.");

            return new DiskFile(full, name, LengthOf(ref entry, full, name));
        }

        protected override bool ContinueOnError(int error)
        {
            Tell(null, "unreadable", "A folder below cannot be listed: its path is too long, or the disk does not answer. Move it further up.");
            return true;
        }

        private long LengthOf(ref FileSystemEntry entry, string full, string name)
        {
            if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                return entry.Length;

            try
            {
                // A link's own length is that of its target's name.
                return new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target.Length : 0;
            }
            catch (IOException)
            {
                Tell(name, "unreadable", "The link leads to itself. Remove it.");
                return 0;
            }
        }

        private void Tell(string? name, string code, string message)
        {
            if (Problems.Count < MaxProblems)
                Problems.Add(ReadResult.Of(name is null ? _folder : $"{_folder}/{name}", new ReadProblem(code, message)));
        }
    }
}
