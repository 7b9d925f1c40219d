using System.Globalization;
using WeightedRun.Worker.Digest.Schedule;

namespace WeightedRun.Worker.Tests.Digest;

public sealed class DigestTimeTests
{
    // A Friday was skipped in Samoa, and most zones changed their clocks twice.
    private static readonly DateTimeOffset From2011 = new(2011, 1, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset From2026 = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Monday_at_seven_is_seven_by_the_runners_clock_in_winter_and_summer()
    {
        var time = new DigestTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), DayOfWeek.Monday, 7);
        Assert.Equal(At("2026-01-12T06:00Z"), time.NextAfter(At("2026-01-05T06:00Z")));
        Assert.Equal(At("2026-07-06T05:00Z"), time.NextAfter(At("2026-07-05T21:00Z")));
    }

    [Fact]
    public void An_hour_that_is_skipped_becomes_the_next_that_exists()
    {
        var time = new DigestTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), DayOfWeek.Sunday, 2);
        Assert.Equal(At("2026-03-29T01:00Z"), time.NextAfter(At("2026-03-28T00:00Z")));
    }

    [Fact]
    public void An_hour_that_comes_twice_counts_once()
    {
        var time = new DigestTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), DayOfWeek.Sunday, 2);
        var first = time.NextAfter(At("2026-10-24T00:00Z"));
        Assert.Equal(At("2026-10-25T00:00Z"), first);
        Assert.Equal(At("2026-11-01T01:00Z"), time.NextAfter(first));
    }

    [Fact]
    public void A_day_that_is_skipped_still_has_its_digest()
    {
        var time = new DigestTime(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia"), DayOfWeek.Friday, 7);
        var due = time.NextAfter(At("2011-12-29T12:00Z"));
        Assert.Equal(At("2011-12-30T10:00Z"), due);
        Assert.Equal("2011-W51", time.WeekOf(due, DayOfWeek.Monday).Label);
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "2026-W01")]
    [InlineData(DayOfWeek.Sunday, "2026-W01")]
    public void The_week_reported_is_the_last_that_was_over(DayOfWeek weekStartsOn, string label)
    {
        var time = new DigestTime(TimeZoneInfo.Utc, DayOfWeek.Monday, 7);
        Assert.Equal(label, time.WeekOf(At("2026-01-05T07:00Z"), weekStartsOn).Label);
    }

    [Fact]
    public void In_every_zone_each_week_has_exactly_one_digest_within_its_hour()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            foreach (var start in new[] { From2011, From2026 })
            {
                foreach (var (weekday, hour) in new[] { (DayOfWeek.Monday, 7), (DayOfWeek.Sunday, 2), (DayOfWeek.Friday, 0), (DayOfWeek.Saturday, 23) })
                    EveryWeekHasOne(new DigestTime(zone, weekday, hour), start);
            }
        }
    }

    private static void EveryWeekHasOne(DigestTime time, DateTimeOffset start)
    {
        var due = time.NextAfter(start);
        var week = time.WeekOf(due, DayOfWeek.Monday);
        for (var i = 0; i < 104; i++)
        {
            var clock = TimeZoneInfo.ConvertTime(due, time.Zone);
            var context = $"{time.Zone.Id} {time.Weekday} {time.Hour} {due:O}";
            Assert.True(clock.DayOfWeek == time.Weekday && clock.Hour == time.Hour || IsSkipped(time, due), context);
            var next = time.NextAfter(due);
            Assert.True(next > due, context);
            Assert.True(time.WeekOf(next, DayOfWeek.Monday) == week.AddWeeks(1), context);
            (due, week) = (next, week.AddWeeks(1));
        }
    }

    /// <summary>A minute before the digest the clock showed less than the hour, at the digest it shows more: the hour did not exist.</summary>
    private static bool IsSkipped(DigestTime time, DateTimeOffset due)
    {
        var (before, after) = (TimeZoneInfo.ConvertTime(due.AddMinutes(-1), time.Zone).DateTime, TimeZoneInfo.ConvertTime(due, time.Zone).DateTime);
        return after - before > TimeSpan.FromMinutes(1) && before.Hour != time.Hour;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
