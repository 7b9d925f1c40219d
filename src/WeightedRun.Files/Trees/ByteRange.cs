using Microsoft.Win32.SafeHandles;

namespace WeightedRun.Files.Trees;

/// <summary>A stretch of an open file. Any number of threads read it at once, because each read says where it begins.</summary>
internal sealed class ByteRange(SafeFileHandle handle, long start, long length)
{
    public long Length => length;

    /// <summary>The bytes from <paramref name="offset"/> on; fewer than asked for only at the end.</summary>
    public int Read(long offset, Span<byte> bytes)
    {
        var wanted = (int)Math.Clamp(length - offset, 0, bytes.Length);
        var read = 0;
        while (read < wanted && RandomAccess.Read(handle, bytes[read..wanted], start + offset + read) is var more and > 0)
            read += more;

        return read;
    }

    /// <exception cref="InvalidDataException">The part reaches beyond this range.</exception>
    public ByteRange Part(long offset, long partLength) => offset >= 0 && partLength >= 0 && offset <= length && partLength <= length - offset
        ? new ByteRange(handle, start + offset, partLength)
        : throw new InvalidDataException("a member lies beyond the end of the ZIP");

    public Stream Open() => new RangeStream(this);
}
