namespace WeightedRun.Worker.Operations;

/// <summary>How many calls a provider allows one application, in all and for reading, until its own headers say otherwise.</summary>
internal sealed record ApiAllowance(string Provider, int OverallPerQuarterHour, int OverallPerDay, int ReadPerQuarterHour, int ReadPerDay);

/// <summary>What the headers of one answer say of a bucket in a span; null where they say nothing.</summary>
internal sealed record ApiUsage(string Bucket, string Span, int? Allowed, int? Used);

internal static class ApiBucket
{
    public const string Overall = "overall";
    public const string Read = "read";
}

internal static class ApiSpan
{
    public const string QuarterHour = "quarter_hour";
    public const string Day = "day";
}
