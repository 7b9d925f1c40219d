namespace WeightedRun.Files.Fit;

/// <summary>The CRC-16 of the FIT protocol (polynomial 0xA001, reflected), a byte at a time.</summary>
internal static class FitCrc
{
    private static readonly ushort[] Table = CreateTable();

    public static ushort Update(ushort crc, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        foreach (var value in bytes)
            crc = (ushort)((crc >> 8) ^ table[(byte)(crc ^ value)]);

        return crc;
    }

    private static ushort[] CreateTable()
    {
        var table = new ushort[256];
        for (var value = 0; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1;

            table[value] = (ushort)crc;
        }

        return table;
    }
}
