using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Commands;

/// <summary>Colours for words of severity, on a terminal alone: https://no-color.org is respected, files and pipes get none.</summary>
internal static class TerminalPaint
{
    public static Func<DigestTone, string, string>? ForStandardOutput() =>
        Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? null : Paint;

    private static string Paint(DigestTone tone, string word) => tone switch
    {
        DigestTone.Stop => $"\e[1;31m{word}\e[0m",
        DigestTone.Watch => $"\e[1;33m{word}\e[0m",
        DigestTone.Note => $"\e[1;34m{word}\e[0m",
        DigestTone.Good => $"\e[1;32m{word}\e[0m",
        _ => $"\e[1m{word}\e[0m",
    };
}
