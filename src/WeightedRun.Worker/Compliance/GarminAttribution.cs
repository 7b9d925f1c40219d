namespace WeightedRun.Worker.Compliance;

/// <summary>Garmin asks to be named, with the device, wherever a figure that it recorded is shown; also where Strava handed it on.</summary>
internal static class GarminAttribution
{
    private const string Garmin = "Garmin";

    /// <summary>Such as <c>Garmin Forerunner 965</c>; null when none of the recordings is Garmin's.</summary>
    public static string? Of(IReadOnlyList<RecordingRow> recordings)
    {
        var devices = recordings.Where(IsGarmins).Select(recording => recording.Device).ToList();
        return devices.Count == 0 ? null : devices.Find(device => !string.IsNullOrWhiteSpace(device) && device != Garmin) switch
        {
            null => Garmin,
            { } device => device.StartsWith(Garmin, StringComparison.OrdinalIgnoreCase) ? device : $"{Garmin} {device}",
        };
    }

    private static bool IsGarmins(RecordingRow recording) =>
        recording.Source.StartsWith("garmin-", StringComparison.Ordinal)
        || recording.Device?.StartsWith(Garmin, StringComparison.OrdinalIgnoreCase) == true
        || recording.ExternalIds.Split(' ').Any(id => id.StartsWith("garmin", StringComparison.Ordinal));
}
