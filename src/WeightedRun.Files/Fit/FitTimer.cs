namespace WeightedRun.Files.Fit;

/// <summary>The pauses that timer events (global number 21, event 0) tell of. Needed only where the session message is missing.</summary>
internal sealed class FitTimer
{
    private uint? _stoppedAt;

    public bool IsStopped => _stoppedAt is not null;

    public TimeSpan Paused { get; private set; }

    public void Add(in FitMessage message, uint? time)
    {
        if (message.Unsigned(0) != 0 || time is not { } now)
            return;

        switch (message.Unsigned(1))
        {
            case 0 when _stoppedAt is { } stopped:
                Paused += TimeSpan.FromSeconds(now > stopped ? now - stopped : 0);
                _stoppedAt = null;
                break;
            case 1 or 4 or 8 or 9:
                _stoppedAt ??= now;
                break;
        }
    }
}
