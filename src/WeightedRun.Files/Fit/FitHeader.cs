using System.Buffers.Binary;

namespace WeightedRun.Files.Fit;

/// <summary>The 12 or 14 bytes in front of each FIT file, alone or chained.</summary>
internal readonly record struct FitHeader(int Size, uint DataSize, bool CrcMatches)
{
    public const int ShortSize = 12;
    public const int LongSize = 14;

    /// <summary>Consumes a header; false, with nothing consumed, when the next bytes are none.</summary>
    public static bool TryRead(FitStream stream, out FitHeader header)
    {
        header = default;
        if (!stream.TryPeek(ShortSize, out var bytes) || !bytes[8..12].SequenceEqual(".FIT"u8))
            return false;

        var size = bytes[0];
        var dataSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (size is not (ShortSize or LongSize) || !stream.TryPeek(size, out bytes))
            return false;

        // A header CRC of 0 means "not computed" and is legal.
        var crc = size == LongSize ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]) : (ushort)0;
        header = new FitHeader(size, dataSize, crc == 0 || crc == FitCrc.Update(0, bytes[..ShortSize]));
        stream.ResetCrc();
        stream.Advance(size);
        return true;
    }
}
