using WeightedRun.Files.Trees;

namespace WeightedRun.Files;

/// <summary>What is to be read from one path, in the order of its results, and what only shows once everything has been read.</summary>
internal sealed class ReadPlan : IDisposable
{
    public List<WorkItem> Items { get; } = [];

    public List<FileTree> Trees { get; } = [];

    public Func<IEnumerable<ReadResult>> Rest { get; set; } = () => [];

    public void Add(Func<IReadOnlyList<ReadResult>> read) => Items.Add(new WorkItem(read));

    public void AddProblem(string file, ReadProblem problem) => Items.Add(new WorkItem(() => [ReadResult.Of(file, problem)]));

    public void Dispose()
    {
        foreach (var tree in Trees)
            tree.Dispose();
    }
}
