namespace WeightedRun.Files.Trees;

/// <summary>One file of a folder or ZIP, or one that the runner named.</summary>
/// <param name="name">Relative name with <c>/</c>.</param>
/// <param name="length">Its bytes as they lie there, packed or not.</param>
internal abstract class TreeFile(string name, long length)
{
    public string Name => name;

    public long Length => length;

    public abstract Stream Open();

    /// <summary>The file's bytes where they lie, with what must be closed afterwards; null when they have to be unpacked first.</summary>
    public abstract (ByteRange Bytes, IDisposable? Owned)? InPlace();
}
