namespace WeightedRun.Files.Fit;

/// <summary>Dates of the FIT protocol: seconds since 31 December 1989, 00:00 UTC.</summary>
internal static class FitTime
{
    // Smaller values count from when the device was switched on: they are no dates.
    private const uint FirstDate = 0x10000000;

    // 1 January 2100: no watch has lived to see it.
    private const uint AfterLastDate = 3_471_379_200;

    private static readonly DateTime Epoch = new(1989, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    public static bool IsDate(uint seconds) => seconds >= FirstDate && !IsAfterLastDate(seconds);

    public static bool IsAfterLastDate(uint seconds) => seconds >= AfterLastDate;

    /// <summary>What the clock read, whether it was set or not.</summary>
    public static DateTime Clock(uint seconds) => Epoch.AddSeconds(seconds);

    /// <summary>A compressed timestamp: five bits that continue the last full one.</summary>
    public static uint Continue(uint last, int offset)
    {
        var time = (last & ~31u) + (uint)offset;
        return offset < (last & 31) ? time + 32 : time;
    }
}
