namespace WeightedRun.Analysis.Identity;

/// <summary>The names of a recording that can be compared with those of others, each in one spelling.</summary>
internal static class ExternalIds
{
    private const string Fit = "fit:";

    /// <summary>The recording's own id among them, because it is the external id of others.</summary>
    public static IEnumerable<string> Of(Recording recording) =>
        recording.ExternalIds.Append(recording.Id.Value).Select(Spelled).OfType<string>().Distinct(StringComparer.Ordinal);

    public static LinkReason ReasonOf(string id) => id.StartsWith(Fit, StringComparison.Ordinal) ? LinkReason.FitFile : LinkReason.ProviderId;

    private static string? Spelled(string id)
    {
        // The number of a push is Garmin's number of the activity; that of a ping belongs to the delivery and is compared with pings alone.
        if (Number(id, "garmin_push_") is { } push)
            return "garmin:" + push;

        if (Number(id, "garmin_ping_") is { } ping)
            return "garmin-ping:" + ping;

        // A part of a file with several sessions carries its place behind a '#': the file's name alone is shared by all of them.
        var name = id.IndexOf('#', StringComparison.Ordinal) is var part and > 0 ? id[..part] : id;
        return name.StartsWith("garmin:", StringComparison.Ordinal) || name.StartsWith("strava:", StringComparison.Ordinal)
            || name.StartsWith("strava-upload:", StringComparison.Ordinal) || name.StartsWith("garmin-ping:", StringComparison.Ordinal)
            || (name.StartsWith(Fit, StringComparison.Ordinal) && IsFingerprint(name))
            ? name : null;
    }

    // Strava writes "garmin_push_123" and, of some years, "garmin_push_123.fit".
    private static string? Number(string id, string prefix)
    {
        if (!id.StartsWith(prefix, StringComparison.Ordinal))
            return null;

        var digits = id.AsSpan(prefix.Length);
        var length = digits.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : digits.Length;
        return length > 0 && (length == digits.Length || digits[length] == '.') ? digits[..length].ToString() : null;
    }

    // A watch without a serial number writes zero, as do all others of its kind: that is no fingerprint.
    private static bool IsFingerprint(string id) => id.Split('-') is [_, _, { } serial, { } created] && serial is not ("0" or "") && created is not ("0" or "");
}
