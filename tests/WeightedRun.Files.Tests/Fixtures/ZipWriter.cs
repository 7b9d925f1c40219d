using System.Text;

namespace WeightedRun.Files.Tests.Fixtures;

/// <summary>Writes ZIPs byte by byte, so that their directories can lie. Members are stored; streams to any stream.</summary>
internal sealed class ZipWriter(Stream stream) : IDisposable
{
    private readonly MemoryStream _directory = new();
    private long _written;
    private long _count;

    public long Position => _written;

    public ZipWriter Raw(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        _written += bytes.Length;
        return this;
    }

    public ZipWriter Member(string name, ReadOnlySpan<byte> bytes, ushort method = 0, ushort flags = 0, bool isZip64 = false)
    {
        var offset = _written;
        Raw(Local(name, bytes.Length, method, flags)).Raw(bytes);
        return List(name, offset, bytes.Length, method, flags, isZip64);
    }

    /// <summary>A directory entry alone, wherever it points.</summary>
    public ZipWriter List(string name, long offset, long length, ushort method = 0, ushort flags = 0, bool isZip64 = false)
    {
        using var entry = new BinaryWriter(_directory, Encoding.UTF8, leaveOpen: true);
        var text = Encoding.UTF8.GetBytes(name);
        entry.Write("PK\x01\x02"u8);
        entry.Write((ushort)45);
        entry.Write((ushort)45);
        entry.Write(flags);
        entry.Write(method);
        entry.Write(0u);
        entry.Write(0u);
        entry.Write(isZip64 ? uint.MaxValue : (uint)length);
        entry.Write(isZip64 ? uint.MaxValue : (uint)length);
        entry.Write((ushort)text.Length);
        entry.Write((ushort)(isZip64 ? 28 : 0));
        entry.Write(new byte[10]);
        entry.Write(isZip64 ? uint.MaxValue : (uint)offset);
        entry.Write(text);
        if (isZip64)
        {
            entry.Write((ushort)1);
            entry.Write((ushort)24);
            entry.Write(length);
            entry.Write(length);
            entry.Write(offset);
        }

        _count++;
        return this;
    }

    public void End(string comment = "", bool isZip64 = false, long claimedCount = -1, long moved = 0)
    {
        var (start, size, count) = (_written - moved, _directory.Length, claimedCount < 0 ? _count : claimedCount);
        Raw(_directory.ToArray());
        using var end = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        if (isZip64)
        {
            end.Write("PK\x06\x06"u8);
            end.Write(44L);
            end.Write(new byte[12]);
            end.Write(count);
            end.Write(count);
            end.Write(size);
            end.Write(start);
            end.Write("PK\x06\x07"u8);
            end.Write(0u);
            end.Write(start + size);
            end.Write(1u);
        }

        end.Write("PK\x05\x06"u8);
        end.Write(0u);
        end.Write((ushort)Math.Min(count, ushort.MaxValue));
        end.Write((ushort)Math.Min(count, ushort.MaxValue));
        end.Write(isZip64 ? uint.MaxValue : (uint)size);
        end.Write(isZip64 ? uint.MaxValue : (uint)start);
        end.Write((ushort)comment.Length);
        end.Write(Encoding.UTF8.GetBytes(comment));
    }

    public void Dispose() => _directory.Dispose();

    public static byte[] ToArray(Action<ZipWriter> write)
    {
        using var stream = new MemoryStream();
        using var zip = new ZipWriter(stream);
        write(zip);
        return stream.ToArray();
    }

    private static byte[] Local(string name, int length, ushort method, ushort flags)
    {
        using var header = new MemoryStream();
        using var bytes = new BinaryWriter(header);
        var text = Encoding.UTF8.GetBytes(name);
        bytes.Write("PK\x03\x04"u8);
        bytes.Write((ushort)20);
        bytes.Write(flags);
        bytes.Write(method);
        bytes.Write(0L);
        bytes.Write((uint)length);
        bytes.Write((uint)length);
        bytes.Write((ushort)text.Length);
        bytes.Write((ushort)0);
        bytes.Write(text);
        bytes.Flush();
        return header.ToArray();
    }
}
