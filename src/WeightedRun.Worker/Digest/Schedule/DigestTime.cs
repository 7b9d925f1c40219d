using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Digest.Schedule;

/// <summary>When a runner's digest is due: one weekday and hour by the runner's own clock, whatever their zone does with it.</summary>
internal sealed record DigestTime(TimeZoneInfo Zone, DayOfWeek Weekday, int Hour)
{
    // No zone is further from UTC than 14 hours; a day more for those that once skipped one.
    private const int FurthestHours = 38;

    /// <summary>The first due moment after <paramref name="moment"/>.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        // A zone that skips a day may put yesterday's digest after this moment: begin two days back.
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime).AddDays(-2);
        date = date.AddDays(((int)Weekday - (int)date.DayOfWeek + 7) % 7);
        while (MomentOf(date) <= moment)
            date = date.AddDays(7);

        return MomentOf(date);
    }

    /// <summary>The week that a digest due at <paramref name="due"/> reports: the last one that was over by then.</summary>
    public Week WeekOf(DateTimeOffset due, DayOfWeek weekStartsOn)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due, Zone).DateTime);
        // Where the zone skipped the digest's own date, the clock already shows a later one.
        while (date.DayOfWeek != Weekday)
            date = date.AddDays(-1);

        return Week.Containing(date, weekStartsOn).AddWeeks(-1);
    }

    /// <summary>The first moment at which the runner's clock shows the hour or, when that hour is skipped, a later time.</summary>
    private DateTimeOffset MomentOf(DateOnly date)
    {
        var wanted = date.ToDateTime(new TimeOnly(Hour, 0));
        // An hour that comes twice counts the first time: the larger offset is the earlier moment.
        var (early, late) = (wanted.AddHours(-FurthestHours), wanted.AddHours(FurthestHours));
        foreach (var offset in new[] { OffsetAt(early), OffsetAt(wanted), OffsetAt(late) }.OrderDescending())
        {
            if (ClockAt(wanted - offset) == wanted)
                return new DateTimeOffset(wanted - offset, TimeSpan.Zero);
        }

        while (late - early > TimeSpan.FromSeconds(1))
        {
            var middle = early + ((late - early) / 2);
            if (ClockAt(middle) < wanted)
                early = middle;
            else
                late = middle;
        }

        // Zones change their clocks at full minutes.
        return new DateTimeOffset(late.Ticks - (late.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
    }

    private TimeSpan OffsetAt(DateTime utc) => ClockAt(utc) - utc;

    private DateTime ClockAt(DateTime utc) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone), DateTimeKind.Unspecified);
}
