using System.Xml;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Intake;

/// <summary>Exceptions as answers: what is wrong with the file and what the runner can do.</summary>
internal static class ReadProblems
{
    /// <summary>No reader expected this; the tests allow it for no file at all.</summary>
    public const string Unexpected = "unexpected";

    public static ReadProblem Of(Exception problem) => problem switch
    {
        TooLargeException => new ReadProblem("too-large", $"The file was refused: {problem.Message}, far more than any recording has."),
        UnsafeContentException refused => new ReadProblem(refused.Code, $"The file was refused: {problem.Message}."),
        XmlException { Message: var message } when message.Contains("DTD", StringComparison.Ordinal) =>
            new ReadProblem("unsafe-xml", "The file was refused: it declares a DTD, which no activity file needs."),
        XmlException xml => new ReadProblem("bad-xml", $"The file is no well-formed XML at line {xml.LineNumber}. Export it again.", Line: xml.LineNumber),
        InvalidDataException => new ReadProblem("damaged", $"The packed file is damaged ({Plain(problem)}). Download or copy it again."),
        ArgumentException { ParamName: "path" or "fileName" } => new ReadProblem("not-found", "An empty text or one with a zero character is no path. Name a file or folder."),
        FileNotFoundException or DirectoryNotFoundException => new ReadProblem("not-found", "There is no such file or folder. Check the path."),
        UnauthorizedAccessException => new ReadProblem("no-access", "The file may not be read by this user. Check its permissions."),
        IOException or ArgumentException or NotSupportedException => new ReadProblem("unreadable", $"The file could not be read: {Plain(problem)}. Check the path and the disk."),
        _ => new ReadProblem(Unexpected, $"The file could not be understood ({problem.GetType().Name}: {Plain(problem)}). Please report it."),
    };

    private static string Plain(Exception problem) => problem.Message.TrimEnd('.');
}
