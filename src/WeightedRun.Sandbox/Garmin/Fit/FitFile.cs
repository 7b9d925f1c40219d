using System.Buffers.Binary;

namespace WeightedRun.Sandbox.Garmin.Fit;

/// <summary>The FIT file of an activity: file id, records, one session, the activity. Pack mass is not in it, as it is not in real ones.</summary>
internal static class FitFile
{
    private const uint FitEpoch = 631065600;
    private const int SecondsPerRecord = 10;

    public static byte[] Of(GarminActivity activity)
    {
        var start = (uint)activity.StartsAt.ToUnixTimeSeconds() - FitEpoch;
        var end = start + (uint)activity.Elapsed.TotalSeconds;
        var messages = new FitMessages();
        messages.Define(0, 0, (0, 0x00, 1), (1, 0x84, 2), (2, 0x84, 2), (3, 0x8C, 4), (4, 0x86, 4));
        messages.Data(0, 4, 1, 3906, activity.DeviceSerial, start);
        WriteRecords(messages, activity, start);
        var (sport, subSport) = FitSport.Of(activity.TypeKey);
        messages.Define(2, 18, (253, 0x86, 4), (2, 0x86, 4), (5, 0x00, 1), (6, 0x00, 1), (7, 0x86, 4), (8, 0x86, 4), (9, 0x86, 4), (16, 0x02, 1), (18, 0x02, 1), (22, 0x84, 2));
        messages.Data(2, end, start, sport, subSport, (long)activity.Elapsed.TotalMilliseconds, (long)activity.Timer.TotalMilliseconds, (long)(activity.DistanceMeters * 100),
            (long)(activity.HeartRate ?? 255), (long)(activity.Cadence / 2 ?? 255), (long)activity.ElevationGainMeters);
        messages.Define(3, 34, (253, 0x86, 4), (5, 0x86, 4));
        messages.Data(3, end, end + (long)activity.UtcOffset.TotalSeconds);
        return messages.ToFile();
    }

    private static void WriteRecords(FitMessages messages, GarminActivity activity, uint start)
    {
        messages.Define(1, 20, (253, 0x86, 4), (5, 0x86, 4), (3, 0x02, 1));
        var seconds = (int)activity.Timer.TotalSeconds;
        for (var second = 0; second <= seconds; second += SecondsPerRecord)
            messages.Data(1, start + second, (long)(activity.DistanceMeters * 100 * second / Math.Max(1, seconds)), (long)(activity.HeartRate ?? 255));
    }

    /// <summary>Definitions and data, little-endian.</summary>
    private sealed class FitMessages
    {
        private static readonly ushort[] Nibbles =
            [0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400];

        private readonly List<byte> _data = [];
        private readonly Dictionary<int, int[]> _sizes = [];

        public void Define(int local, ushort global, params (byte Number, byte BaseType, byte Size)[] fields)
        {
            _data.AddRange([(byte)(0x40 | local), 0, 0, (byte)global, (byte)(global >> 8), (byte)fields.Length]);
            foreach (var (number, baseType, size) in fields)
                _data.AddRange([number, size, baseType]);

            _sizes[local] = [.. fields.Select(field => (int)field.Size)];
        }

        public void Data(int local, params long[] values)
        {
            _data.Add((byte)local);
            foreach (var (value, size) in values.Zip(_sizes[local]))
            {
                for (var i = 0; i < size; i++)
                    _data.Add((byte)(value >> (8 * i)));
            }
        }

        public byte[] ToFile()
        {
            var file = new byte[14 + _data.Count + 2];
            (file[0], file[1]) = (14, 0x20);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), 2178);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), _data.Count);
            ".FIT"u8.CopyTo(file.AsSpan(8));
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(12), Crc(file.AsSpan(0, 12)));
            _data.CopyTo(file, 14);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), Crc(file.AsSpan(0, file.Length - 2)));
            return file;
        }

        private static ushort Crc(ReadOnlySpan<byte> bytes)
        {
            ushort crc = 0;
            foreach (var value in bytes)
            {
                crc = (ushort)((crc >> 4) ^ Nibbles[crc & 15] ^ Nibbles[value & 15]);
                crc = (ushort)((crc >> 4) ^ Nibbles[crc & 15] ^ Nibbles[value >> 4]);
            }

            return crc;
        }
    }
}
