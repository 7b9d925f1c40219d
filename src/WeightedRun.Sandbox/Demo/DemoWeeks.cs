namespace WeightedRun.Sandbox.Demo;

/// <summary>
/// The demo's time: it begins three weeks ago, stops a week ago for the first digest, and ends now with the second.
/// From then on its clock is the machine's.
/// </summary>
/// <param name="Now">The full hour at which the second digest is due; every runner has chosen it.</param>
internal sealed record DemoWeeks(DateTimeOffset Now)
{
    /// <summary>When runners connect: early enough that the body weight they tell is known in both weeks.</summary>
    public DateTimeOffset Joining => Now.AddDays(-21).AddHours(1);

    /// <summary>An hour before the first digest.</summary>
    public DateTimeOffset WeekAgo => Now.AddDays(-7).AddHours(-1);

    /// <summary>An hour before the second.</summary>
    public DateTimeOffset Lately => Now.AddHours(-1);

    public static DemoWeeks EndingAt(DateTimeOffset moment) => new(new DateTimeOffset(moment.UtcDateTime.Date.AddHours(moment.UtcDateTime.Hour), TimeSpan.Zero));

    /// <summary>The Monday of the week that the second digest reports.</summary>
    public DateOnly Week0(TimeZoneInfo zone)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, zone).DateTime);
        return date.AddDays(-(((int)date.DayOfWeek + 6) % 7) - 7);
    }

    /// <summary>The weekday and hour of the digest by a runner's clock.</summary>
    public (DayOfWeek Day, int Hour) DigestTime(TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(Now, zone);
        return (local.DayOfWeek, local.Hour);
    }
}
