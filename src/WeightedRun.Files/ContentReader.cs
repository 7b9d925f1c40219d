using System.IO.Compression;
using System.Xml;
using WeightedRun.Files.Fit;
using WeightedRun.Files.Gpx;
using WeightedRun.Files.Tcx;
using WeightedRun.Files.Trees;
using WeightedRun.Files.Xml;

namespace WeightedRun.Files;

/// <summary>Decides by its first bytes what a stream is, and reads it. Names and extensions decide nothing.</summary>
internal static class ContentReader
{
    private const string Unknown = "This is no FIT, TCX or GPX file, and no ZIP of them. Export the activity from the watch's app or from the website.";

    // gzip in gzip happens when a browser packs a download again; more than that is a trap.
    private const int MaxGzipDepth = 2;

    private static readonly XmlReaderSettings SafeXml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
    };

    /// <summary>Opens and reads one stream. What is plainly something else gives <c>not-an-activity-file</c>.</summary>
    public static IReadOnlyList<ReadResult> Read(Func<Stream> open, string file, ReadOptions options)
    {
        try
        {
            using var stream = open();
            return Read(stream, file, options, 0);
        }
        // The one place where a file, whatever it holds, becomes an answer instead of an exception: it never stops the rest.
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return [ReadResult.Of(file, ProblemOf(problem))];
        }
    }

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    public static ReadProblem ProblemOf(Exception problem) => problem switch
    {
        TooLargeException => new ReadProblem("too-large", $"The file was refused: {problem.Message}, far more than any recording has."),
        XmlException { Message: var message } when message.Contains("DTD", StringComparison.Ordinal) =>
            new ReadProblem("unsafe-xml", "The file was refused: it declares a DTD, which no activity file needs."),
        XmlException xml => new ReadProblem("bad-xml", $"The file is no well-formed XML at line {xml.LineNumber}. Export it again.", xml.LineNumber),
        InvalidDataException => new ReadProblem("damaged", "The packed file is damaged. Download or copy it again."),
        FileNotFoundException or DirectoryNotFoundException => new ReadProblem("not-found", "There is no such file or folder. Check the path."),
        UnauthorizedAccessException => new ReadProblem("no-access", "The file may not be read by this user. Check its permissions."),
        IOException => new ReadProblem("unreadable", $"The file could not be read: {problem.Message}"),
        _ => new ReadProblem("unreadable", $"The file could not be understood ({problem.GetType().Name}: {problem.Message}). Please report it."),
    };

    private static IReadOnlyList<ReadResult> Read(Stream stream, string file, ReadOptions options, int depth)
    {
        using var content = new ContentStream(stream, options.MaxItemBytes);
        var head = content.Peek();
        if (head.Length == 0)
            return [ReadResult.Of(file, new ReadProblem("empty", "The file is empty. Copy or export it again.", 0))];

        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) && depth < MaxGzipDepth)
            return Read(new GZipStream(content, CompressionMode.Decompress), file, options, depth + 1);

        if (head.Length >= 12 && head[8..12].SequenceEqual(".FIT"u8))
            return FitReader.Read(content, file);

        content.SkipBlanks();
        head = content.Peek();
        var isXml = head.StartsWith("<"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        return isXml ? ReadXml(content, file) : [ReadResult.Of(file, new ReadProblem("not-an-activity-file", Unknown, 0))];
    }

    private static IReadOnlyList<ReadResult> ReadXml(ContentStream content, string file)
    {
        content.Guard = new XmlGuard();
        using var xml = XmlReader.Create(content, SafeXml);
        xml.MoveToContent();
        return xml.LocalName switch
        {
            "TrainingCenterDatabase" => TcxReader.Read(xml, file),
            "gpx" => GpxReader.Read(xml, file),
            _ => [ReadResult.Of(file, new ReadProblem("not-an-activity-file", Unknown, 0))],
        };
    }
}
