using WeightedRun.Files.Intake;

namespace WeightedRun.Files;

/// <summary>
/// The one door for a runner's own files: FIT, TCX and GPX files, folders and ZIPs of them, Strava and Garmin exports, packed or unpacked.
/// Content decides, not names. What cannot be read is an answer and never stops the rest; the only exception that leaves is a cancellation.
/// </summary>
public static class ActivityFiles
{
    /// <summary>
    /// Reads everything under the given paths, in their order; within a folder or ZIP in ordinal order of name, within a Strava export in
    /// order of its table. The results are the same however many are read at once. Reading begins when the first result is asked for.
    /// </summary>
    /// <param name="paths">Files and folders. Each that holds no activity gives at least one problem.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static IEnumerable<ReadResult> Read(IReadOnlyList<string> paths, ReadOptions? options = null)
    {
        using var reading = new FileReading(options ?? new ReadOptions());
        foreach (var result in reading.Read(paths))
            yield return result;
    }
}
