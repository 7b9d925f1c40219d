using System.Buffers;

namespace WeightedRun.Files.Fit;

/// <summary>
/// A moving window over a stream that never holds more than <see cref="WindowSize"/> bytes, however large the file is or claims to be,
/// and sums the CRC of what has been consumed.
/// </summary>
internal sealed class FitStream(Stream stream) : IDisposable
{
    /// <summary>Room for the largest message the protocol can define (2 x 255 fields of 255 bytes, 127 KiB) and as much again to read ahead.</summary>
    public const int WindowSize = 256 * 1024;

    private readonly byte[] _window = ArrayPool<byte>.Shared.Rent(WindowSize);
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>How many bytes have been consumed since the beginning.</summary>
    public long Position { get; private set; }

    /// <summary>The CRC of everything consumed since the last <see cref="ResetCrc"/>.</summary>
    public ushort Crc { get; private set; }

    /// <summary>Why the stream ended early (a damaged gzip member, a limit), if it did.</summary>
    public string? Damage { get; private set; }

    public void ResetCrc() => Crc = 0;

    /// <summary>The next bytes without consuming them; false when the stream ends before.</summary>
    public bool TryPeek(int count, out ReadOnlySpan<byte> bytes)
    {
        if (_end - _start < count && !Fill(count))
        {
            bytes = default;
            return false;
        }

        bytes = _window.AsSpan(_start, count);
        return true;
    }

    /// <summary>Consumes bytes that have been peeked.</summary>
    public void Advance(int count)
    {
        Crc = FitCrc.Update(Crc, _window.AsSpan(_start, count));
        _start += count;
        Position += count;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_window);

    private bool Fill(int count)
    {
        Buffer.BlockCopy(_window, _start, _window, 0, _end - _start);
        (_start, _end) = (0, _end - _start);
        while (_end < count && !_ended)
            ReadMore();

        return _end >= count;
    }

    private void ReadMore()
    {
        try
        {
            var read = stream.Read(_window, _end, WindowSize - _end);
            _ended = read == 0;
            _end += read;
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            _ended = true;
            Damage = damage.Message;
        }
    }
}
