namespace WeightedRun.Analysis.Identity;

/// <summary>Two recordings on one clock: how far their starts are apart, and how much of each lies within the other.</summary>
internal readonly record struct Overlap
{
    /// <summary>How much later the second started; negative when it started earlier.</summary>
    public TimeSpan Apart { get; private init; }

    /// <summary>How long the first lasted, counted as the second is; zero when one of the two is not known.</summary>
    public TimeSpan First { get; private init; }

    /// <summary>How long the second lasted, counted as the first is; zero when one of the two is not known.</summary>
    public TimeSpan Second { get; private init; }

    /// <summary>The common time as a share of the shorter recording; null when a duration is not known.</summary>
    public double? OfShorter { get; private init; }

    /// <summary>The common time as a share of the longer recording; null when a duration is not known.</summary>
    public double? OfLonger { get; private init; }

    public static Overlap Of(Recording one, Recording other)
    {
        // Where one of them does not say how far it is from UTC, the runner's clock is all that can be compared.
        var apart = (other.StartUtc - one.StartUtc) ?? (other.Activity.StartLocal - one.Activity.StartLocal);
        if (Durations(one, other) is not ({ } first, { } second))
            return new Overlap { Apart = apart };

        var begin = apart > TimeSpan.Zero ? apart : TimeSpan.Zero;
        var end = first < apart + second ? first : apart + second;
        var common = Math.Max(0, (end - begin).TotalSeconds);
        var (shorter, longer) = first < second ? (first, second) : (second, first);
        return new Overlap { Apart = apart, First = first, Second = second, OfShorter = common / shorter.TotalSeconds, OfLonger = common / longer.TotalSeconds };
    }

    // Like with like: Garmin's summaries know the timer and no end, so an hour's rest must not shrink the overlap.
    private static (TimeSpan? One, TimeSpan? Other) Durations(Recording one, Recording other) =>
        (Known(one.Activity.ElapsedTime), Known(other.Activity.ElapsedTime)) is ({ } first, { } second) ? (first, second)
        : (Known(one.Timer), Known(other.Timer)) is ({ } timer, { } otherTimer) ? (timer, otherTimer)
        : (DurationOf(one), DurationOf(other));

    private static TimeSpan? DurationOf(Recording recording) =>
        Known(recording.Activity.ElapsedTime) ?? Known(recording.TimerTime) ?? Known(recording.Activity.MovingTime);

    private static TimeSpan? Known(TimeSpan? time) => time > TimeSpan.Zero ? time : null;
}
