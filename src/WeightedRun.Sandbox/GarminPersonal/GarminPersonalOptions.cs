namespace WeightedRun.Sandbox.GarminPersonal;

/// <summary>How a stand-in starts. The paths of activities and downloads are nowhere published; these are spelled as Connect's own pages spell them.</summary>
internal sealed record GarminPersonalOptions
{
    /// <summary>Port 0 takes any that is free.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string SearchPath { get; init; } = "/activitylist-service/activities/search/activities";

    public string ActivityPath { get; init; } = "/activity-service/activity/{id}";

    public string DownloadPath { get; init; } = "/download-service/files/activity/{id}";
}
