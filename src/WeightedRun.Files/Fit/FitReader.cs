using System.Globalization;

namespace WeightedRun.Files.Fit;

/// <summary>
/// Decodes FIT files: https://developer.garmin.com/fit/protocol/ . Streams, so that memory is bounded whatever a file claims,
/// and keeps what was read before something went wrong.
/// </summary>
internal static class FitReader
{
    /// <summary>Sessions of one file, and files in one chain. A triathlon has five sessions, a watch's longest chain a few files.</summary>
    public const int MaxSessions = 500;

    /// <summary>The activities of a FIT stream, or one problem. Never throws for what the stream holds.</summary>
    public static IReadOnlyList<ReadResult> Read(Stream stream, string file)
    {
        using var bytes = new FitStream(stream);
        var activities = new List<RecordedActivity>();
        var warnings = new List<string>();
        uint? fileType = null;
        var (segments, sessions) = (0, 0);
        var mayContinue = true;
        while (mayContinue && FitHeader.TryRead(bytes, out var header))
        {
            using var segment = new FitSegment();
            mayContinue = new FitSegmentReader(bytes).Read(header, segment);
            sessions += segment.Sessions.Count;
            if (sessions > MaxSessions || segments == MaxSessions)
                return [ReadResult.Of(file, TooMany(bytes))];

            activities.AddRange(FitActivities.Of(segment, segments++, file));
            warnings.AddRange(segment.Warnings);
            fileType ??= segment.FileType;
        }

        // Said only where the last segment was whole: a damaged one has its own warning.
        if (mayContinue && activities.Count > 0 && bytes.TryPeek(1, out _))
            activities = [.. activities.Select(activity => WithTrailingBytes(activity, bytes.Position))];

        if (activities.Count > 0)
            return [.. activities.Select(ReadResult.Of)];

        return [ReadResult.Of(file, ProblemOf(bytes, segments, fileType, warnings))];
    }

    private static RecordedActivity WithTrailingBytes(RecordedActivity activity, long position) => activity with
    {
        Warnings = [.. activity.Warnings, string.Create(CultureInfo.InvariantCulture, $"trailing-bytes: what follows byte {position} is no FIT file and was ignored")],
    };

    private static ReadProblem TooMany(FitStream bytes) => new(
        "too-many-sessions",
        string.Create(CultureInfo.InvariantCulture, $"The file was refused: it holds more than {MaxSessions} sessions or chained files, and no recording does. Export the activities again, one file each."),
        bytes.Position);

    private static ReadProblem ProblemOf(FitStream bytes, int segments, uint? fileType, List<string> warnings)
    {
        if (segments == 0)
            return new ReadProblem("not-fit", "This is not a FIT file: it does not begin with a FIT header. Export the activity again from the watch or its app.", bytes.Position);

        if (warnings.Find(warning => warning.StartsWith("truncated", StringComparison.Ordinal) || warning.StartsWith("damaged", StringComparison.Ordinal)) is { } truncation)
            return new ReadProblem("truncated", $"The FIT file is incomplete and holds no activity yet ({truncation}). Copy or export it again.", bytes.Position);

        if (warnings.Find(warning => warning.StartsWith("corrupt", StringComparison.Ordinal)) is { } corruption)
            return new ReadProblem("corrupt", $"The FIT file is damaged and no activity could be read ({corruption}). Copy or export it again.", bytes.Position);

        if (fileType is { } type && type != FitSegment.ActivityFile)
            return new ReadProblem("not-an-activity", $"This FIT file holds {KindOf(type)}, not an activity. Choose the activity's own file.");

        return new ReadProblem("no-activity", "The FIT file holds neither a session nor records. Export the activity again from the watch or its app.");
    }

    private static string KindOf(uint fileType) => fileType switch
    {
        1 => "a device description",
        2 => "device settings",
        3 => "sport settings",
        5 => "a workout plan",
        6 => "a course",
        9 => "body weights",
        15 or 28 or 32 => "daily monitoring",
        _ => string.Create(CultureInfo.InvariantCulture, $"something else (file type {fileType})"),
    };
}
