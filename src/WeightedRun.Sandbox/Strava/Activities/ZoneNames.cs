using System.Collections.Concurrent;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary><c>(GMT-05:00) America/New_York</c>: the offset is that of standard time, all year.</summary>
internal static class ZoneNames
{
    private static readonly ConcurrentDictionary<string, string> Known = [];

    public static string Of(TimeZoneInfo zone) => Known.GetOrAdd(zone.Id, static (id, zone) =>
    {
        var offset = zone.BaseUtcOffset;
        return $"(GMT{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}) {id}";
    }, zone);
}
