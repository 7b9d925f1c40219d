using System.Diagnostics;

namespace WeightedRun.Benchmarks;

/// <summary>The most memory that this process has resident while it is looked at, ten times a second.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    public PeakMemory()
    {
        ProcessorBefore = Process.GetCurrentProcess().TotalProcessorTime;
        _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    public TimeSpan ProcessorBefore { get; }

    public long PeakMegabytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref _peak) >> 20;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = Environment.WorkingSet;
        if (now > Interlocked.Read(ref _peak))
            Interlocked.Exchange(ref _peak, now);
    }
}
