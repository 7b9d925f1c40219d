namespace WeightedRun.Files;

/// <summary>Why a file, a member or a row could not be read.</summary>
/// <param name="Code">Stable kebab-case code, e.g. <c>truncated</c>, <c>not-an-activity-file</c>, <c>too-large</c>.</param>
/// <param name="Message">One sentence for the runner: what was found, what was expected, what to do.</param>
/// <param name="Offset">Byte offset where reading stopped; <see langword="null"/> when it has no place.</param>
/// <param name="Line">Line of a text, from 1, where reading stopped; <see langword="null"/> for what has no lines.</param>
public sealed record ReadProblem(string Code, string Message, long? Offset = null, long? Line = null);
