using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Digest;

/// <summary>Severities and colours as the tones of the digest.</summary>
internal static class DigestTones
{
    public static DigestTone Of(Severity? severity) => severity switch
    {
        Severity.Violation => DigestTone.Stop,
        Severity.Caution => DigestTone.Watch,
        Severity.Info => DigestTone.Note,
        _ => DigestTone.Good,
    };

    public static DigestTone Of(WeekColour colour) => colour switch
    {
        WeekColour.Red => DigestTone.Stop,
        WeekColour.Amber => DigestTone.Watch,
        WeekColour.Green => DigestTone.Good,
        _ => DigestTone.Quiet,
    };

    public static DigestTone Of(WeekReport report) =>
        report.Colour == WeekColour.Green && report.Evaluations.Any(evaluation => evaluation is { Outcome: Outcome.Finding, Severity: Severity.Info }) ? DigestTone.Note : Of(report.Colour);

    // Word, shape and colour: never colour alone.
    public static string Shape(DigestTone tone) => tone switch
    {
        DigestTone.Stop => "■",
        DigestTone.Watch => "▲",
        DigestTone.Note => "◆",
        DigestTone.Good => "●",
        _ => "○",
    };
}
