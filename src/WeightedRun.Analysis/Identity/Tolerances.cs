using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Identity;

/// <summary>How far two accounts of one run may be apart: what was measured between sources, and some room.</summary>
internal static class Tolerances
{
    /// <summary>A watch and what is made of its file agree to the second; two devices are started one after the other.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(120);

    /// <summary>Two recordings that start in the same second and last the same are one, whatever the distance was corrected to.</summary>
    public static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(2);

    /// <summary>What is moved by a wrong time zone keeps its minutes and seconds; one second for rounding.</summary>
    public static readonly TimeSpan SameSecond = TimeSpan.FromSeconds(1);

    /// <summary>From the easternmost to the westernmost clock are 26 hours; a date mistaken as well adds half a day.</summary>
    public static readonly TimeSpan TimeZone = TimeSpan.FromHours(38);

    /// <summary>Clocks are whole or half hours apart.</summary>
    public static readonly TimeSpan TimeZoneStep = TimeSpan.FromMinutes(30);

    /// <summary>The longest recording that is believed: a watch that was never stopped must not reach over a week.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    /// <summary>Of the shorter recording: what one device recorded, another may have recorded in part.</summary>
    public const double OverlapOfShorter = 0.9;

    /// <summary>Of the longer recording: a watch that was never stopped encloses the next run, but not for half of its time.</summary>
    public const double OverlapOfLonger = 0.5;

    /// <summary>Two devices measure the same run differently; beyond this they measured two.</summary>
    public const double SpeedRatio = 1.25;

    /// <summary>50 m or 2 %: the same recording, measured along its points or by the watch.</summary>
    public static bool AreClose(Distance one, Distance other) => AreWithin(one, other, Distance.FromMeters(50), 0.02);

    /// <summary>30 s or 3 %.</summary>
    public static bool AreClose(TimeSpan one, TimeSpan other) => AreWithin(one, other, TimeSpan.FromSeconds(30), 0.03);

    /// <summary>10 m or 0.2 %, twice what the same recording was seen to differ between two sources: the same loop run again is rarely that close.</summary>
    public static bool AreEqual(Distance one, Distance other) => AreWithin(one, other, Distance.FromMeters(10), 0.002);

    /// <summary>2 s.</summary>
    public static bool AreEqual(TimeSpan one, TimeSpan other) => (one - other).Duration() <= SameMoment;

    /// <summary>2 beats per minute: two runs of the same loop seldom have the same heart.</summary>
    public static bool AreEqual(double oneBpm, double otherBpm) => Math.Abs(oneBpm - otherBpm) <= 2;

    private static bool AreWithin(Distance one, Distance other, Distance least, double share) =>
        Math.Abs(one.Meters - other.Meters) <= Math.Max(least.Meters, share * Math.Max(one.Meters, other.Meters));

    private static bool AreWithin(TimeSpan one, TimeSpan other, TimeSpan least, double share) =>
        (one - other).Duration() <= (one > other ? one : other) * share || (one - other).Duration() <= least;
}
