using System.Buffers;

namespace WeightedRun.Files.Fit;

/// <summary>
/// The times of one segment's records or laps, kept in a rented array so that they can be shared out among its sessions afterwards,
/// wherever in the file these come. What is beyond <see cref="Most"/> is counted and not kept.
/// </summary>
internal sealed class FitTimes : IDisposable
{
    /// <summary>A record a second for seven days: more than any watch's battery lasts.</summary>
    public const int Most = 7 * 24 * 60 * 60;

    private uint[] _times = ArrayPool<uint>.Shared.Rent(4096);

    public int Count { get; private set; }

    public bool AreAllKept => Count <= Most;

    /// <summary>Adds a time; 0 where it is not known.</summary>
    public void Add(uint time)
    {
        if (Count < Most)
        {
            if (Count == _times.Length)
                Grow();

            _times[Count] = time;
        }

        Count++;
    }

    /// <summary>How many lie between each start, the next one excluded; the last one lasts until everything ends.</summary>
    /// <param name="starts">In order, each once.</param>
    public int[] CountFrom(uint[] starts)
    {
        var counts = new int[starts.Length];
        foreach (var time in _times.AsSpan(0, Math.Min(Count, Most)))
        {
            var place = Array.BinarySearch(starts, time);
            if ((place < 0 ? ~place - 1 : place) is var session and >= 0)
                counts[session]++;
        }

        return counts;
    }

    public void Dispose() => ArrayPool<uint>.Shared.Return(_times);

    private void Grow()
    {
        var larger = ArrayPool<uint>.Shared.Rent(Math.Min(_times.Length * 2, Most));
        _times.CopyTo(larger, 0);
        ArrayPool<uint>.Shared.Return(_times);
        _times = larger;
    }
}
