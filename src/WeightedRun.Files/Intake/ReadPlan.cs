namespace WeightedRun.Files.Intake;

/// <summary>What is to be read of a folder or ZIP, in the order of its results.</summary>
internal sealed record ReadPlan
{
    public required IEnumerable<WorkItem> Items { get; init; }

    public required int Count { get; init; }

    /// <summary>What is known beside a result, taken in the order of the results and by one thread.</summary>
    public Func<ReadResult, ReadResult> Join { get; init; } = result => result;

    /// <summary>What only shows once everything has been read.</summary>
    public Func<IEnumerable<ReadResult>> Rest { get; init; } = () => [];
}
