using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Weeks;

/// <summary>One week: the digest's report, the forecast where it is the current one, and the weeks beside it.</summary>
public sealed record WeekView(WeeklyDigest Digest, bool IsCurrent, IReadOnlyList<ForecastView> Forecast, PageLink? Before, PageLink? After);

/// <summary>What a week still allows.</summary>
public sealed record ForecastView(string Heading, string Runs, string Days, string? Load, string? Distance, string HeldBackBy);
