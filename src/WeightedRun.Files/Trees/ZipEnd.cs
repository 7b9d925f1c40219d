using System.Buffers.Binary;

namespace WeightedRun.Files.Trees;

/// <summary>The record at the end of a ZIP that says where its directory is.</summary>
internal static class ZipEnd
{
    private const int EndSize = 22;
    private const int Zip64LocatorSize = 20;
    private const int Zip64EndSize = 56;

    /// <summary>From where to where the directory reaches.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static (long Start, long End) Locate(ByteRange zip)
    {
        // The end record is followed by a comment of at most 65,535 bytes.
        var tail = new byte[Math.Min(zip.Length, EndSize + ushort.MaxValue)];
        var tailStart = zip.Length - tail.Length;
        zip.Read(tailStart, tail);
        for (var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail.AsSpan(0, at).LastIndexOf("PK\x05\x06"u8))
        {
            if (at + EndSize > tail.Length || at + EndSize + Int16(tail, at + 20) > tail.Length)
                continue;

            long size = Int32(tail, at + 12);
            long start = Int32(tail, at + 16);
            if (start == uint.MaxValue || size == uint.MaxValue || Int16(tail, at + 10) == ushort.MaxValue)
                (start, size) = Zip64(zip, tailStart + at) ?? (start, size);

            if (start < 0 || size < 0 || start > zip.Length || size > zip.Length)
                throw new InvalidDataException("the ZIP's directory lies beyond its end");

            // Some programs write before the ZIP without moving what it says about itself.
            var end = tailStart + at;
            if (start + size > end || (start + size < end && !StartsEntry(zip, start)))
                start = end - size;
            if (start < 0)
                throw new InvalidDataException("the ZIP's directory lies beyond its end");

            return (start, start + size);
        }

        throw new InvalidDataException("the ZIP is cut off: its directory at the end is missing");
    }

    private static bool StartsEntry(ByteRange zip, long at)
    {
        Span<byte> head = stackalloc byte[4];
        return zip.Read(at, head) == head.Length && head.SequenceEqual("PK\x01\x02"u8);
    }

    private static (long Start, long Size)? Zip64(ByteRange zip, long end)
    {
        Span<byte> locator = stackalloc byte[Zip64LocatorSize];
        Span<byte> record = stackalloc byte[Zip64EndSize];
        return end >= Zip64LocatorSize && zip.Read(end - Zip64LocatorSize, locator) == Zip64LocatorSize && locator.StartsWith("PK\x06\x07"u8)
            && BinaryPrimitives.ReadInt64LittleEndian(locator[8..]) is var at && at >= 0 && at < zip.Length
            && zip.Read(at, record) == Zip64EndSize && record.StartsWith("PK\x06\x06"u8)
            ? (BinaryPrimitives.ReadInt64LittleEndian(record[48..]), BinaryPrimitives.ReadInt64LittleEndian(record[40..]))
            : null;
    }

    private static ushort Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Int32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
