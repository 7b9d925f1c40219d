namespace WeightedRun.Files;

/// <summary>Why a file, a member or a row could not be read.</summary>
/// <param name="Code">Stable kebab-case code, e.g. <c>truncated</c>, <c>not-an-activity-file</c>, <c>too-large</c>.</param>
/// <param name="Message">One sentence for the runner: what was found, what was expected, what to do.</param>
/// <param name="Offset">Byte offset, or line number for text, where reading stopped; <see langword="null"/> when it has no place.</param>
public sealed record ReadProblem(string Code, string Message, long? Offset = null);
