namespace WeightedRun.Files.Trees;

/// <summary>A file on disk.</summary>
internal sealed class DiskFile(string path, string name, long length) : TreeFile(name, length)
{
    public string Path => path;

    // The readers above have buffers of their own.
    public override Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);

    public override (ByteRange Bytes, IDisposable? Owned)? InPlace()
    {
        var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        return (new ByteRange(handle, 0, RandomAccess.GetLength(handle)), handle);
    }
}
