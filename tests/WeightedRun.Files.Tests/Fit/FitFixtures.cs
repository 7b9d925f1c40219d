namespace WeightedRun.Files.Tests.Fit;

/// <summary>Made-up recordings in the shapes that watches write.</summary>
internal static class FitFixtures
{
    /// <summary>6 May 2024, 06:00:00 UTC in FIT seconds.</summary>
    public const uint Start = 1083909600;

    public const int Running = 1;
    public const int Cycling = 2;
    public const int Transition = 3;
    public const int Walking = 11;

    /// <summary>A recording of one session; a record every second at 3 m/s and 150 beats a minute.</summary>
    public static byte[] Run(uint start = Start, int records = 600, bool isBigEndian = false, int sport = Running, int subSport = 0) =>
        Open(isBigEndian).WithRecords(start, records).WithSession(start, records, sport, subSport).WithActivity(start + (uint)records).ToArray();

    public static FitWriter Open(bool isBigEndian = false, int fileType = 4) => new FitWriter(isBigEndian).WithFileId(fileType);

    public static FitWriter WithFileId(this FitWriter writer, int fileType = 4) =>
        writer.Define(0, 0, FitWriter.E8(0), FitWriter.U16(1), FitWriter.U16(2), new FitWriter.Field(3, 0x8C, 4), FitWriter.U32(4))
            .Data(0, fileType, 1, 3111, 123456, Start);

    public static FitWriter WithRecords(this FitWriter writer, uint start, int count, int heartRate = 150)
    {
        writer.Define(1, 20, FitWriter.U32(253), FitWriter.U32(5), FitWriter.U8(3), FitWriter.U16(6), FitWriter.U8(4));
        for (var i = 0; i <= count; i++)
            writer.Data(1, start + i, 300 * i, heartRate, 3000, 85);

        return writer;
    }

    public static FitWriter WithSession(this FitWriter writer, uint start, int seconds, int sport = Running, int subSport = 0) =>
        writer.Define(2, 18, FitWriter.U32(253), FitWriter.U32(2), FitWriter.E8(5), FitWriter.E8(6), FitWriter.U32(7), FitWriter.U32(8),
                FitWriter.U32(9), FitWriter.U16(22), FitWriter.U8(16), FitWriter.U8(17), FitWriter.U8(18), FitWriter.U32(124))
            .Data(2, start + seconds, start, sport, subSport, (seconds * 1000) + 250, (seconds * 1000) - 500, 300 * seconds, 12, 151, 172, 85, 3002);

    public static FitWriter WithLap(this FitWriter writer, uint start, int seconds) =>
        writer.Define(3, 19, FitWriter.U32(253), FitWriter.U32(2)).Data(3, start + seconds, start);

    public static FitWriter WithActivity(this FitWriter writer, uint end, int utcOffset = 7200) =>
        writer.Define(4, 34, FitWriter.U32(253), FitWriter.U32(5)).Data(4, end, end + utcOffset);

    public static FitWriter WithBodyMass(this FitWriter writer, int tenthsOfKilograms) =>
        writer.Define(5, 3, FitWriter.U16(4)).Data(5, tenthsOfKilograms);
}
