using System.Buffers.Binary;
using System.IO.Compression;

namespace WeightedRun.Files.Trees;

/// <summary>One member of a ZIP as the ZIP's directory describes it. Its claimed unpacked size is not even kept.</summary>
internal sealed class ZipMember(ByteRange zip, string name, long offset, long length, uint checksum, ushort method, bool isEncrypted) : TreeFile(name, length)
{
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const int LocalHeaderSize = 30;

    public override Stream Open()
    {
        if (isEncrypted)
            throw new UnsafeContentException("encrypted", "it is locked with a password; unpack it and give the folder");

        return method switch
        {
            Stored => new MemberStream(Packed().Open(), checksum),
            Deflated => new MemberStream(new DeflateStream(Packed().Open(), CompressionMode.Decompress), checksum),
            _ => throw new UnsafeContentException("unsupported-compression", $"it is packed by method {method}; unpack it and give the folder"),
        };
    }

    public override (ByteRange Bytes, IDisposable? Owned)? InPlace() => method == Stored && !isEncrypted ? (Packed(), null) : null;

    private ByteRange Packed()
    {
        Span<byte> header = stackalloc byte[LocalHeaderSize];
        if (zip.Read(offset, header) < LocalHeaderSize || !header.StartsWith("PK\x03\x04"u8))
            throw new InvalidDataException("a member is not where the ZIP's directory says");

        var nameAndExtra = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return zip.Part(offset + LocalHeaderSize + nameAndExtra, Length);
    }
}
