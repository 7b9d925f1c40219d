namespace WeightedRun.Worker.Web.Frame;

/// <summary>Where a run came from, as a runner says it.</summary>
internal static class ProviderNames
{
    public static string Of(string source) => source switch
    {
        "strava" => "Strava",
        "garmin-personal" or "garmin-partner" => "Garmin",
        "strava-export" => "your Strava export",
        "garmin-export" => "your Garmin export",
        "garmin-personal-file" or "garmin-partner-file" => "a file from Garmin",
        _ => $"your {source.ToUpperInvariant()} file",
    };
}
