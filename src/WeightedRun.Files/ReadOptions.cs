namespace WeightedRun.Files;

/// <summary>How files are read.</summary>
public sealed record ReadOptions
{
    /// <summary>How many items are read at once; as many as there are processors unless said otherwise.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Told after each item.</summary>
    public IProgress<ReadProgress>? Progress { get; init; }

    /// <summary>Ends the reading early.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The most bytes that one member may hold once unpacked. Ten times the longest real recording: what is larger is a bomb.</summary>
    public long MaxItemBytes { get; init; } = 256L * 1024 * 1024;
}

/// <summary>How far the reading has come, in items (files, members, rows).</summary>
public readonly record struct ReadProgress(int Done, int Total);
