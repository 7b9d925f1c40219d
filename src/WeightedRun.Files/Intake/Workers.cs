using System.Collections.Concurrent;

namespace WeightedRun.Files.Intake;

/// <summary>
/// Threads that do pieces of work handed out a little ahead, while the results come back in order. PLINQ would do, but it gathers
/// finished results without bound behind a slow one, and cannot be asked again from within its own results.
/// </summary>
internal sealed class Workers : IDisposable
{
    // Enough to keep every core busy behind one huge file, few enough that nothing piles up.
    private const int Ahead = 64;
    private const int MaxThreads = 64;

    private readonly BlockingCollection<Task> _work = [];
    private readonly List<Thread> _threads = [];

    public Workers(int count)
    {
        for (var i = 0; i < Math.Clamp(count, 1, MaxThreads); i++)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = "weightedrun-files" };
            thread.Start();
            _threads.Add(thread);
        }
    }

    /// <summary>The results of <paramref name="read"/> in the order of the items. While one is looked at, more may be asked for.</summary>
    public IEnumerable<(TItem Item, TResult Result)> Select<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> read)
    {
        var window = new Queue<(TItem Item, Task<TResult?> Task)>();
        var isAbandoned = false;
        using var source = items.GetEnumerator();
        try
        {
            var hasMore = true;
            do
            {
                while (hasMore && window.Count < Ahead && (hasMore = source.MoveNext()))
                {
                    var item = source.Current;
                    var task = new Task<TResult?>(() => Volatile.Read(ref isAbandoned) ? default : read(item));
                    window.Enqueue((item, task));
                    _work.Add(task);
                }

                if (window.TryDequeue(out var next))
                    yield return (next.Item, next.Task.GetAwaiter().GetResult()!);
            }
            while (window.Count > 0 || hasMore);
        }
        finally
        {
            // What is under way still reads from what the caller is about to close.
            Volatile.Write(ref isAbandoned, true);
            foreach (var (_, task) in window)
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _threads.ForEach(thread => thread.Join());
        _work.Dispose();
    }

    private void Work()
    {
        foreach (var task in _work.GetConsumingEnumerable())
            task.RunSynchronously(TaskScheduler.Default);
    }
}
