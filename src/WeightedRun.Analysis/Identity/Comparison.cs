using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Identity;

/// <summary>Whether two recordings are one run, judged by these two alone.</summary>
internal static class Comparison
{
    /// <summary>The strongest reason why the two are one run; null when there is none.</summary>
    public static LinkReason? Reason(Recording one, Recording other, LinkReason? sharedId)
    {
        var overlap = Overlap.Of(one, other);
        if (sharedId is { } reason && !AreTwoOfOneFile(one, other, reason, overlap))
            return reason;

        if (!AreCompatible(one.Activity.Sport, other.Activity.Sport))
            return null;

        return IsSameRecording(one, other, overlap) ? LinkReason.SameRecording
            : IsSameTime(one, other, overlap) ? LinkReason.SameTime
            : IsTimeZoneMistake(one, other, overlap) ? LinkReason.TimeZone
            : null;
    }

    /// <summary>Whether the two certainly are two runs: one ended before the other began, and no clock was wrong.</summary>
    public static bool AreApart(Recording one, Recording other)
    {
        var overlap = Overlap.Of(one, other);
        return overlap.OfShorter is 0 && !IsTimeZoneMistake(one, other, overlap);
    }

    /// <summary>A file of several sessions gives all of them its id; what does not overlap is another session.</summary>
    private static bool AreTwoOfOneFile(Recording one, Recording other, LinkReason reason, Overlap overlap) =>
        (reason == LinkReason.FitFile || one.Source == other.Source || IsPart(one) || IsPart(other))
        && overlap.OfShorter < Tolerances.OverlapOfLonger && !IsTimeZoneMistake(one, other, overlap);

    private static bool IsPart(Recording recording) => recording.Id.Value.Contains('#', StringComparison.Ordinal);

    private static bool IsSameRecording(Recording one, Recording other, Overlap overlap)
    {
        if (overlap.Apart.Duration() > Tolerances.Start || overlap.OfLonger < Tolerances.OverlapOfLonger)
            return false;

        // A distance is corrected after a treadmill run, and a hike's time is counted differently: at the same second one of the two is enough.
        if (overlap.Apart.Duration() <= Tolerances.SameMoment && (LastAsLong(one, other) || Distances(one, other, Tolerances.AreEqual) is true))
            return true;

        return Distances(one, other, Tolerances.AreClose) is not false
            && (Both(one.Timer, other.Timer, Tolerances.AreClose) is true || overlap.OfLonger >= Tolerances.OverlapOfShorter);
    }

    private static bool IsSameTime(Recording one, Recording other, Overlap overlap)
    {
        if (overlap.OfShorter is not { } shorter || overlap.OfLonger is not { } longer || longer < Tolerances.OverlapOfLonger)
            return false;

        // Times typed by hand are round: half of the run is overlap enough when all that was typed agrees.
        return shorter >= Tolerances.OverlapOfShorter
            ? AreAsFast(one, other, overlap)
            : Distances(one, other, Tolerances.AreClose) is true && Both(one.Timer, other.Timer, Tolerances.AreClose) is true;
    }

    private static bool IsTimeZoneMistake(Recording one, Recording other, Overlap overlap)
    {
        var apart = overlap.Apart.Duration();
        var steps = Math.Round(apart / Tolerances.TimeZoneStep);
        return steps > 0 && apart <= Tolerances.TimeZone && (apart - (Tolerances.TimeZoneStep * steps)).Duration() <= Tolerances.SameSecond
            // Exactly a day apart is the runner who starts with the alarm clock.
            && (apart - TimeSpan.FromDays(1)).Duration() > Tolerances.SameSecond
            // A source has a run once, and hours typed by hand are whole: two typed runs of the same distance would be one.
            && one.Source != other.Source && !one.Activity.IsManual && !other.Activity.IsManual
            && Distances(one, other, Tolerances.AreEqual) is true && LastAsLong(one, other)
            && Both(one.Activity.AverageHeartRateBpm, other.Activity.AverageHeartRateBpm, Tolerances.AreEqual) is not false;
    }

    private static bool LastAsLong(Recording one, Recording other) =>
        (Both(one.Timer, other.Timer, Tolerances.AreEqual) ?? Both(one.Activity.ElapsedTime, other.Activity.ElapsedTime, Tolerances.AreEqual)) is true;

    // Over the common time a runner has one speed; distances differ when one device was started late.
    private static bool AreAsFast(Recording one, Recording other, Overlap overlap) =>
        Distances(one, other, (first, second) =>
        {
            var (speed, otherSpeed) = (first.Meters / overlap.First.TotalSeconds, second.Meters / overlap.Second.TotalSeconds);
            return Math.Max(speed, otherSpeed) <= Tolerances.SpeedRatio * Math.Min(speed, otherSpeed);
        }) is not false;

    private static bool? Distances(Recording one, Recording other, Func<Distance, Distance, bool> areAlike) =>
        one.Activity.Distance is { Meters: > 0 } first && other.Activity.Distance is { Meters: > 0 } second ? areAlike(first, second) : null;

    private static bool? Both<T>(T? one, T? other, Func<T, T, bool> areAlike) where T : struct =>
        one is { } first && other is { } second ? areAlike(first, second) : null;

    // A run may be a hike elsewhere, and what one source cannot name another can.
    private static bool AreCompatible(Sport one, Sport other) => one == other || one == Sport.Other || other == Sport.Other || (one.IsOnFoot() && other.IsOnFoot());
}
