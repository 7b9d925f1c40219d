using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Intake;

/// <summary>
/// How many bytes may come out of one path in all. Spent in the order of the results, so that it ends at the same member however many read.
/// </summary>
internal sealed class Budget(ReadOptions options)
{
    // Recordings pack to a half or a tenth; a hundredfold, over a whole export, is nothing that was ever recorded.
    private const int MaxRatio = 100;
    private const int MinItems = 4;

    private long _left = options.MaxItemBytes * MinItems;

    public bool IsSpent => _left < 0;

    public long Left => Math.Max(0, _left);

    /// <summary>A folder or ZIP that the runner named: what may come out depends on its own size.</summary>
    public void Allow(FileTree tree) => _left = Math.Max(_left, tree.PackedLength * MaxRatio);

    public void Spend(long bytes) => _left -= bytes;
}
