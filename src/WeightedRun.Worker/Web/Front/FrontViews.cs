namespace WeightedRun.Worker.Web.Front;

/// <summary>What this installation offers.</summary>
public sealed record LandingView(bool HasStrava, int RetentionDays, int HistoryDays, string? Fault);

/// <summary>How long what is kept.</summary>
public sealed record PrivacyView(int StravaRetentionDays, string Version);
