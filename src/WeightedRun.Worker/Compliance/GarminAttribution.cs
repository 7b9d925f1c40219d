namespace WeightedRun.Worker.Compliance;

/// <summary>Garmin asks to be named, with the device, wherever a figure that it recorded is shown; also where Strava handed it on.</summary>
internal static class GarminAttribution
{
    private const string Garmin = "Garmin";

    /// <summary>Such as <c>Garmin Forerunner 965</c>; null when none of the recordings is Garmin's.</summary>
    public static string? Of(IReadOnlyList<RecordingRow> recordings)
    {
        // Summaries spell a device as it is sold; a recording has its code.
        var devices = recordings.Where(IsGarmins).OrderBy(recording => recording.Source.EndsWith("-file", StringComparison.Ordinal)).Select(recording => recording.Device?.Trim()).ToList();
        return devices.Count == 0 ? null : devices.Find(device => !string.IsNullOrEmpty(device) && device != Garmin) switch
        {
            null => Garmin,
            { } device => device.StartsWith(Garmin, StringComparison.OrdinalIgnoreCase) ? Garmin + device[Garmin.Length..] : $"{Garmin} {device}",
        };
    }

    private static bool IsGarmins(RecordingRow recording) =>
        recording.Source.StartsWith("garmin-", StringComparison.Ordinal)
        || recording.Device?.StartsWith(Garmin, StringComparison.OrdinalIgnoreCase) == true
        || recording.ExternalIds.Split(' ').Any(id => id.StartsWith("garmin", StringComparison.Ordinal));
}
