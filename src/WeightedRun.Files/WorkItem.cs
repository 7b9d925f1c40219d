namespace WeightedRun.Files;

/// <summary>One independent piece of reading: a file, a member, a row. Pieces of one plan may be read at once.</summary>
internal readonly record struct WorkItem(Func<IReadOnlyList<ReadResult>> Read);
