using System.Globalization;
using System.Net.Http.Headers;
using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The four rate-limit headers, each <c>quarter hour,day</c>; any of them may be missing, spaced or empty.</summary>
internal static class StravaRateLimits
{
    public static IReadOnlyList<ApiUsage> Read(HttpResponseHeaders headers)
    {
        var usages = new List<ApiUsage>(4);
        Add(usages, ApiBucket.Overall, Pair(headers, "X-RateLimit-Limit"), Pair(headers, "X-RateLimit-Usage"));
        Add(usages, ApiBucket.Read, Pair(headers, "X-ReadRateLimit-Limit"), Pair(headers, "X-ReadRateLimit-Usage"));
        return usages;
    }

    private static void Add(List<ApiUsage> usages, string bucket, (int? Quarter, int? Day) allowed, (int? Quarter, int? Day) used)
    {
        if (allowed.Quarter is not null || used.Quarter is not null)
            usages.Add(new ApiUsage(bucket, ApiSpan.QuarterHour, allowed.Quarter, used.Quarter));

        if (allowed.Day is not null || used.Day is not null)
            usages.Add(new ApiUsage(bucket, ApiSpan.Day, allowed.Day, used.Day));
    }

    private static (int? Quarter, int? Day) Pair(HttpResponseHeaders headers, string name)
    {
        if (!headers.TryGetValues(name, out var values))
            return (null, null);

        // A header given twice or split at its comma comes as several values.
        var parts = string.Join(',', values).Split(',', StringSplitOptions.TrimEntries);
        return (Number(parts, 0), Number(parts, 1));
    }

    private static int? Number(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
