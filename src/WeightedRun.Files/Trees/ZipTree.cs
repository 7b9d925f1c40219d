using System.Collections.Concurrent;
using System.IO.Compression;

namespace WeightedRun.Files.Trees;

/// <summary>
/// A ZIP. <see cref="ZipArchive"/> serves one thread at a time, so each thread that reads gets an archive of its own over the same bytes.
/// Nothing is ever unpacked to a name that the ZIP chose.
/// </summary>
internal sealed class ZipTree : FileTree
{
    private readonly ConcurrentBag<ZipArchive> _idle = [];
    private readonly Func<Stream> _open;
    private readonly Action? _cleanUp;
    private readonly List<TreeFile> _files;

    public ZipTree(Func<Stream> open, Action? cleanUp = null)
    {
        _open = open;
        _cleanUp = cleanUp;
        var archive = new ZipArchive(open(), ZipArchiveMode.Read);
        _idle.Add(archive);
        _files = [];
        for (var i = 0; i < archive.Entries.Count; i++)
        {
            var name = archive.Entries[i].FullName.Replace('\\', '/');
            if (name.Split('/').Contains("..") || name.StartsWith('/'))
                Escapes.Add(name);
            else if (!name.EndsWith('/') && !IsLeftover(name, archive.Entries[i].Length))
                _files.Add(new TreeFile(name, i));
        }

        _files.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
    }

    public override IReadOnlyList<TreeFile> Files => _files;

    /// <summary>Members whose names climb out of the ZIP; they are refused.</summary>
    public List<string> Escapes { get; } = [];

    public override Stream Open(TreeFile file)
    {
        var archive = _idle.TryTake(out var idle) ? idle : new ZipArchive(_open(), ZipArchiveMode.Read);
        return new MemberStream(archive.Entries[file.Index].Open(), () => _idle.Add(archive));
    }

    public override void Dispose()
    {
        while (_idle.TryTake(out var archive))
            archive.Dispose();

        _cleanUp?.Invoke();
        base.Dispose();
    }

    /// <summary>Copies a ZIP that lies inside another to a temporary file, because a ZIP's directory stands at its end.</summary>
    public static ZipTree Nested(Stream stream, string path)
    {
        var copy = System.IO.Path.GetTempFileName();
        try
        {
            using (var file = File.Create(copy))
                stream.CopyTo(file);

            return new ZipTree(() => File.OpenRead(copy), () => File.Delete(copy)) { Path = path };
        }
        catch
        {
            File.Delete(copy);
            throw;
        }
    }

    private sealed class MemberStream(Stream member, Action release) : ForwardStream
    {
        private Action? _release = release;

        public override int Read(Span<byte> buffer) => member.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                // A second Dispose must not lend the archive to two threads.
                member.Dispose();
                Interlocked.Exchange(ref _release, null)?.Invoke();
            }

            base.Dispose(disposing);
        }
    }
}
