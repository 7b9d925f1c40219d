using WeightedRun.Sandbox.Strava.Faults;

namespace WeightedRun.Sandbox.Strava.RateLimits;

/// <summary>The four headers, and the odd shapes they were seen in.</summary>
internal static class RateHeaders
{
    private static readonly string[] Names = ["X-RateLimit-Limit", "X-RateLimit-Usage", "X-ReadRateLimit-Limit", "X-ReadRateLimit-Usage"];

    public static void Write(HttpResponse response, RateReading reading, RateHeaderShape shape)
    {
        if (shape == RateHeaderShape.Missing)
            return;

        RateLimit[] values = [reading.OverallLimit, reading.OverallUsage, reading.ReadLimit, reading.ReadUsage];
        foreach (var (name, value) in Names.Zip(values))
        {
            response.Headers[shape == RateHeaderShape.LowerCase ? name.ToLowerInvariant() : name] = shape switch
            {
                RateHeaderShape.Spaced => $"{value.QuarterHour}, {value.Day}",
                RateHeaderShape.Comma when name == "X-ReadRateLimit-Usage" => ",",
                _ => value.ToString(),
            };
        }
    }
}
