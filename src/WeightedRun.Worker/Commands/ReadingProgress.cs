using WeightedRun.Files;

namespace WeightedRun.Worker.Commands;

/// <summary>A progress bar on standard error for long work; silent where standard error is no terminal, and for work that is over at once.</summary>
internal sealed class ReadingProgress : IProgress<ReadProgress>, IDisposable
{
    // Under a second nobody needs a bar, and a bar that flashes up is worse than none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();
    private readonly Lock _lock = new();
    private long _drawnAt;
    private bool _isShown;

    public void Report(ReadProgress value)
    {
        if (!_isTerminal || TimeProvider.System.GetElapsedTime(_startedAt) < Patience)
            return;

        lock (_lock)
        {
            if (_isShown && TimeProvider.System.GetElapsedTime(_drawnAt) < Redraw && value.Done < value.Total)
                return;

            _drawnAt = TimeProvider.System.GetTimestamp();
            _isShown = true;
            var share = value.Total == 0 ? 0 : (double)value.Done / value.Total;
            var filled = (int)(share * 30);
            Console.Error.Write($"\rReading  {new string('━', filled)}{new string('─', 30 - filled)} {value.Done:N0} of {value.Total:N0}");
        }
    }

    public void Dispose()
    {
        if (_isShown)
            Console.Error.Write($"\r{new string(' ', 70)}\r");
    }
}
