namespace WeightedRun.Sandbox.Strava.RateLimits;

/// <summary>Calls in a quarter hour and in a day: what is allowed, or what was used.</summary>
internal readonly record struct RateLimit(int QuarterHour, int Day)
{
    public override string ToString() => $"{QuarterHour},{Day}";
}

/// <summary>Both buckets after a call, and the name of the limit that refused it.</summary>
internal sealed record RateReading(RateLimit OverallLimit, RateLimit OverallUsage, RateLimit ReadLimit, RateLimit ReadUsage, string? RefusedBy);
