using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Intake;

/// <summary>One reading of some paths: items go to the workers, and what turns out to be a folder or ZIP is opened where it stands.</summary>
internal sealed class FileReading(ReadOptions options) : IDisposable
{
    // A ZIP in a ZIP is what an export or a browser makes; a third level is a trap.
    private const int MaxZipDepth = 2;

    private readonly Workers _workers = new(options.Parallelism);
    private int _done;
    private int _total;

    public IEnumerable<ReadResult> Read(IReadOnlyList<string> paths)
    {
        _total = paths.Count;
        return Read(paths.Select(NamedItem), null, 0);
    }

    public void Dispose() => _workers.Dispose();

    private static WorkItem NamedItem(string path) => new() { Name = path, File = new DiskFile(path, path, 0), IsNamed = true };

    private IEnumerable<ReadResult> Read(IEnumerable<WorkItem> items, Budget? shared, int zipDepth)
    {
        foreach (var (item, outcome) in _workers.Select(items, item => ItemReader.Read(item, options)))
        {
            options.Cancellation.ThrowIfCancellationRequested();
            var budget = shared ?? new Budget(options);
            budget.Spend(outcome.Bytes);
            if (shared is { IsSpent: true })
                yield break;

            foreach (var result in outcome.Container == Container.None ? outcome.Results : Open(item, outcome.Container, budget, zipDepth))
                yield return result;

            if (outcome.Container == Container.None)
                options.Progress?.Report(new ReadProgress(++_done, _total));
            if (shared is { IsSpent: true })
                yield break;
        }
    }

    private IEnumerable<ReadResult> Open(WorkItem item, Container container, Budget budget, int zipDepth)
    {
        // From here on its files count, not the container.
        _total--;
        using var tree = TryOpen(item, container, budget, zipDepth, out var problem);
        if (tree is null)
        {
            yield return ReadResult.Of(item.Name, problem!);
            yield break;
        }

        if (item.IsNamed)
            budget.Allow(tree);

        var isEmpty = true;
        foreach (var result in tree.Problems.Concat(Read(tree, budget, zipDepth + (container == Container.Zip ? 1 : 0))))
        {
            isEmpty = false;
            yield return result;
        }

        if (item.IsNamed && budget.IsSpent)
            yield return ReadResult.Of(item.Name, new ReadProblem("too-large", "More comes out of it than activities can hold; the rest was not read. Unpack it and give the folder."));
        else if (item.IsNamed && isEmpty)
            yield return ReadResult.Of(item.Name, new ReadProblem("no-files", "There is no activity in it. Expected FIT, TCX or GPX files, a Strava export or a Garmin export."));
    }

    private IEnumerable<ReadResult> Read(FileTree tree, Budget budget, int zipDepth)
    {
        foreach (var plan in TreePlans.Of(tree, options, budget))
        {
            _total += plan.Count;
            foreach (var result in Read(plan.Items, budget, zipDepth))
                yield return plan.Join(result);

            foreach (var result in budget.IsSpent ? [] : plan.Rest())
                yield return result;
        }
    }

    private FileTree? TryOpen(WorkItem item, Container container, Budget budget, int zipDepth, out ReadProblem? problem)
    {
        problem = null;
        try
        {
            if (container == Container.Folder)
                return Folder.List(item.Name, options.Cancellation);

            if (zipDepth < MaxZipDepth)
                return OpenZip(item, budget);

            problem = new ReadProblem("too-deep", "A ZIP inside a ZIP inside a ZIP is not opened. Unpack it and give its folder.");
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            problem = ReadProblems.Of(broken);
        }

        return null;
    }

    private FileTree OpenZip(WorkItem item, Budget budget)
    {
        var (bytes, owned) = item.File!.InPlace() ?? Unpacked(item.File, budget);
        try
        {
            return ZipDirectory.List(bytes, item.Name, owned);
        }
        catch
        {
            owned?.Dispose();
            throw;
        }
    }

    private (ByteRange Bytes, IDisposable? Owned) Unpacked(TreeFile file, Budget budget)
    {
        using var content = new ContentStream(file.Open(), budget.Left, options.Cancellation);
        try
        {
            return Spill.Of(content);
        }
        finally
        {
            budget.Spend(content.Given);
        }
    }
}
