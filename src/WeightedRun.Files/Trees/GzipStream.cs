using System.Buffers.Binary;
using System.IO.Compression;

namespace WeightedRun.Files.Trees;

/// <summary>The content of a gzip file (RFC 1952) of one member, as every exporter writes.</summary>
internal sealed class GzipStream : UnpackedStream
{
    private const int HeaderSize = 10;
    private const int TrailerSize = 8;
    private const int HasHeaderChecksum = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;

    private readonly Tail _packed;

    /// <exception cref="InvalidDataException">The header is cut off.</exception>
    public GzipStream(Stream packed)
        : this(SkipHeader(new Tail(packed)))
    {
    }

    private GzipStream(Tail packed)
        : base(new DeflateStream(packed, CompressionMode.Decompress)) => _packed = packed;

    protected override uint? ReadChecksum() => _packed.ReadToEnd() is { Length: TrailerSize } trailer ? BinaryPrimitives.ReadUInt32LittleEndian(trailer) : null;

    private static Tail SkipHeader(Tail packed)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (packed.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
            throw new InvalidDataException("it breaks off in its header");

        var flags = header[3];
        if ((flags & HasExtra) != 0)
            Skip(packed, Byte(packed) | (Byte(packed) << 8));
        if ((flags & HasName) != 0)
            SkipText(packed);
        if ((flags & HasComment) != 0)
            SkipText(packed);
        if ((flags & HasHeaderChecksum) != 0)
            Skip(packed, 2);
        return packed;
    }

    private static void Skip(Tail packed, int count)
    {
        for (var i = 0; i < count; i++)
            Byte(packed);
    }

    private static void SkipText(Tail packed)
    {
        while (Byte(packed) != 0)
        {
        }
    }

    private static int Byte(Tail packed)
    {
        Span<byte> one = stackalloc byte[1];
        return packed.Read(one) == 1 ? one[0] : throw new InvalidDataException("it breaks off in its header");
    }

    /// <summary>Remembers the last bytes that passed: the unpacker reads ahead of itself, and the checksum stands at the end.</summary>
    private sealed class Tail(Stream stream) : ReadOnlyStream
    {
        private readonly byte[] _last = new byte[TrailerSize];
        private int _count;

        public override int Read(Span<byte> buffer)
        {
            var read = stream.Read(buffer);
            Remember(buffer[..read]);
            return read;
        }

        public ReadOnlySpan<byte> ReadToEnd()
        {
            Span<byte> rest = stackalloc byte[1024];
            while (Read(rest) > 0)
            {
            }

            return _last.AsSpan(0, _count);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                stream.Dispose();

            base.Dispose(disposing);
        }

        private void Remember(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length > TrailerSize)
                bytes = bytes[^TrailerSize..];

            var kept = Math.Min(_count, TrailerSize - bytes.Length);
            _last.AsSpan(_count - kept, kept).CopyTo(_last);
            bytes.CopyTo(_last.AsSpan(kept));
            _count = kept + bytes.Length;
        }
    }
}
