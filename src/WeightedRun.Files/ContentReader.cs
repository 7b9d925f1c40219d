using WeightedRun.Files.Fit;
using WeightedRun.Files.Gpx;
using WeightedRun.Files.Intake;
using WeightedRun.Files.Tcx;
using WeightedRun.Files.Trees;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files;

/// <summary>Decides by its first bytes what a stream is, and reads it. Names and extensions decide nothing.</summary>
internal static class ContentReader
{
    private const string Unknown =
        "This is no FIT, TCX or GPX file, and no ZIP of them. Export the activity from the watch's app or from the website; of an export give the ZIP or its folder.";

    // gzip in gzip happens when a browser packs a download again; more than that is a trap.
    private const int MaxGzipDepth = 2;

    /// <summary>Reads one stream and closes it. What is plainly something else gives <c>not-an-activity-file</c>.</summary>
    /// <param name="stream">The content, packed by gzip or not.</param>
    /// <param name="file">What the results are called.</param>
    /// <param name="options">How to read.</param>
    /// <param name="bytes">How many bytes came out, also where reading ended in an exception.</param>
    public static Outcome Read(Stream stream, string file, ReadOptions options, ref long bytes) => Read(stream, file, options, 0, ref bytes);

    private static Outcome Read(Stream stream, string file, ReadOptions options, int depth, ref long bytes)
    {
        using var content = new ContentStream(stream, options.MaxItemBytes, options.Cancellation);
        try
        {
            return Read(content, file, options, depth, ref bytes);
        }
        finally
        {
            bytes += content.Given;
        }
    }

    private static Outcome Read(ContentStream content, string file, ReadOptions options, int depth, ref long bytes)
    {
        var head = content.Peek();
        if (head.Length == 0)
            return Problem(file, "empty", "The file is empty. Copy or export it again.");

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) && depth < MaxGzipDepth)
            return Read(new GzipStream(content), file, options, depth + 1, ref bytes);

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
            return depth == 0 ? new Outcome([], Container.Zip) : Problem(file, "too-deep", "A ZIP packed once more by gzip is not opened. Unpack it and give the ZIP.");

        var results = ReadRecording(content, file);
        if (content.IsTooLarge)
            return new Outcome([ReadResult.Of(file, ReadProblems.Of(new TooLargeException(options.MaxItemBytes)))]);

        return new Outcome(content.HasBadChecksum() ? [.. results.Select(Doubted)] : results);
    }

    private static ReadResult Doubted(ReadResult result) => result.Activity is { } activity
        ? ReadResult.Of(activity with { Warnings = [.. activity.Warnings, "bad-crc: the checksum of the packed file does not match; the values may be damaged"] })
        : result;

    private static IReadOnlyList<ReadResult> ReadRecording(ContentStream content, string file)
    {
        var head = content.Peek();
        if (head.Length >= 12 && head[8..12].SequenceEqual(".FIT"u8))
            return FitReader.Read(content, file);

        content.SkipBlanks();
        head = content.Peek();
        if (head.StartsWith("<"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            using var xml = new XmlSource(content);
            switch (xml.Root())
            {
                case "TrainingCenterDatabase":
                    return TcxReader.Read(xml, file);
                case "gpx":
                    return GpxReader.Read(xml, file);
            }
        }

        return [ReadResult.Of(file, new ReadProblem("not-an-activity-file", Unknown, 0))];
    }

    private static Outcome Problem(string file, string code, string message) => new([ReadResult.Of(file, new ReadProblem(code, message, 0))]);
}
