using System.Numerics;
using System.Text;

namespace WeightedRun.Analysis.Rules;

/// <summary>Why an answer is what it is. The order here is the order in a report: what is missing first, as the rules ask for it.</summary>
[Flags]
internal enum Reasons : ulong
{
    None = 0,
    WeekNotSynced = 1UL << 0,
    Weeks = 1UL << 1,
    BodyWeight = 1UL << 2,
    Load = 1UL << 3,
    Distance = 1UL << 4,
    Time = 1UL << 5,
    TooHilly = 1UL << 6,
    Runs = 1UL << 7,
    History = 1UL << 8,
    Base = 1UL << 9,
    EstablishedLoad = 1UL << 10,
    NoHr = 1UL << 11,
    HrQuality = 1UL << 12,
    HrMax = 1UL << 13,
    Season = 1UL << 14,
    BodyWeightStale = 1UL << 15,
    Estimated = 1UL << 16,
    Experienced = 1UL << 17,
    OnePrior = 1UL << 18,
    HillyAndWeighted = 1UL << 19,
    CountsAsWeighted = 1UL << 20,
    Sessions = 1UL << 21,
    NoBase = 1UL << 22,
    LoadAfterBreak = 1UL << 23,
    RunningBreak = 1UL << 24,
    Small = 1UL << 25,
    Moderate = 1UL << 26,
    Large = 1UL << 27,
    HrRelief = 1UL << 28,
    FasterThanUnweighted = 1UL << 29,
    SameTime = 1UL << 30,
    Quality = 1UL << 31,
    WeightedBest = 1UL << 32,
    Ironman = 1UL << 33,
    OlderRunner = 1UL << 34,
    Repeated = 1UL << 35,
    AllRunsWeighted = 1UL << 36,
    Falling = 1UL << 37,
}

/// <summary>Reasons as the codes of a report.</summary>
internal static class ReasonCodes
{
    private static readonly string[] Codes = [.. Enum.GetValues<Reasons>().Where(reason => reason != Reasons.None).Order().Select(CodeOf)];

    public static string[] Of(Reasons reasons)
    {
        if (reasons == Reasons.None)
            return [];

        var codes = new string[BitOperations.PopCount((ulong)reasons)];
        var rest = (ulong)reasons;
        for (var i = 0; i < codes.Length; i++, rest &= rest - 1)
            codes[i] = Codes[BitOperations.TrailingZeroCount(rest)];

        return codes;
    }

    /// <summary><c>BodyWeightStale</c> becomes <c>BODY_WEIGHT_STALE</c>.</summary>
    private static string CodeOf(Reasons reason)
    {
        var code = new StringBuilder();
        foreach (var letter in reason.ToString())
        {
            if (char.IsUpper(letter) && code.Length > 0)
                code.Append('_');

            code.Append(char.ToUpperInvariant(letter));
        }

        return code.ToString();
    }
}
