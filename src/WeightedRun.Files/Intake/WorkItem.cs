using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Intake;

/// <summary>One independent piece of reading: a file, a member, a row. Pieces may be read at once.</summary>
internal sealed record WorkItem
{
    /// <summary>What its results are called.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be opened; null when everything is known already.</summary>
    public TreeFile? File { get; init; }

    /// <summary>The runner gave this very path: whatever it is, there is an answer.</summary>
    public bool IsNamed { get; init; }

    /// <summary>What is known beside the file: a row of a table joined to what was read. Runs where the file is read.</summary>
    public Func<IReadOnlyList<ReadResult>, IReadOnlyList<ReadResult>> Join { get; init; } = results => results;

    /// <summary>Nothing is left to read.</summary>
    public static WorkItem Ready(ReadResult result) => new() { Name = result.File, Join = _ => [result] };
}
