using WeightedRun.Files.GarminExport;
using WeightedRun.Files.StravaExport;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files;

/// <summary>
/// The one door for a runner's own files: FIT, TCX and GPX files, folders and ZIPs of them, Strava and Garmin exports, packed or unpacked.
/// Content decides, not names. What cannot be read is an answer and never stops the rest; the only exception that leaves is a cancellation.
/// </summary>
public static class ActivityFiles
{
    /// <summary>
    /// Reads everything under the given paths, in their order; within a folder or ZIP in order of name, within a Strava export in order of its table.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static IEnumerable<ReadResult> Read(IReadOnlyList<string> paths, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var plans = paths.Select(path => PlanFor(path, options)).ToList();
        try
        {
            var progress = new Tally(plans.Sum(plan => plan.Items.Count), options.Progress);
            foreach (var plan in plans)
            {
                foreach (var result in Run(plan, options, progress))
                    yield return result;
            }
        }
        finally
        {
            plans.ForEach(plan => plan.Dispose());
        }
    }

    private static IEnumerable<ReadResult> Run(ReadPlan plan, ReadOptions options, Tally progress)
    {
        if (plan.Items.Count <= 1 || options.Parallelism == 1)
        {
            foreach (var result in plan.Items.SelectMany(item => Read(item, progress)))
            {
                options.Cancellation.ThrowIfCancellationRequested();
                yield return result;
            }
        }
        else
        {
            // Load-balanced, because a big export holds its small and its large files in rows of thousands.
            var results = System.Collections.Concurrent.Partitioner.Create(plan.Items, loadBalance: true).AsParallel().AsOrdered()
                .WithDegreeOfParallelism(Math.Min(options.Parallelism, 512))
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .WithCancellation(options.Cancellation)
                .Select(item => Read(item, progress));
            foreach (var result in results.SelectMany(result => result))
                yield return result;
        }

        foreach (var result in plan.Rest())
            yield return result;
    }

    private static IReadOnlyList<ReadResult> Read(WorkItem item, Tally progress)
    {
        var results = item.Read();
        progress.Count();
        return results;
    }

    private static ReadPlan PlanFor(string path, ReadOptions options)
    {
        var plan = new ReadPlan();
        try
        {
            if (Directory.Exists(path))
                Plan(new FolderTree { Path = path.Length > 1 ? path.TrimEnd('/', '\\') : path }, plan, options);
            else if (IsZip(path))
                Plan(new ZipTree(() => File.OpenRead(path)) { Path = path }, plan, options);
            else
                plan.Add(() => ContentReader.Read(() => File.OpenRead(path), path, options));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            plan.AddProblem(path, ContentReader.ProblemOf(problem));
        }

        return plan;
    }

    private static void Plan(FileTree tree, ReadPlan plan, ReadOptions options)
    {
        plan.Trees.Add(tree);
        foreach (var escape in (tree as ZipTree)?.Escapes ?? [])
            plan.AddProblem($"{tree.Path}/{escape}", new ReadProblem("unsafe-path", "The member's name climbs out of the ZIP; it was refused."));

        if (StravaExportReader.TryPlan(tree, plan, options) || GarminExportReader.TryPlan(tree, plan, options))
            return;

        TreeReader.Plan(tree, plan, options);
        if (plan.Items.Count == 0)
            plan.AddProblem(tree.Path, new ReadProblem("no-files", "There is nothing to read in it."));
    }

    private static bool IsZip(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == 4 && ContentReader.IsZip(head);
    }

    private sealed class Tally(int total, IProgress<ReadProgress>? progress)
    {
        private int _done;

        public void Count() => progress?.Report(new ReadProgress(Interlocked.Increment(ref _done), total));
    }
}
