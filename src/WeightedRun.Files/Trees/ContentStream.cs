namespace WeightedRun.Files.Trees;

/// <summary>
/// A stream whose first bytes can be looked at before it is read, and which refuses to give more than a limit:
/// what a header claims is never believed, what comes out is counted.
/// </summary>
internal sealed class ContentStream(Stream stream, long limit, CancellationToken cancellation) : ReadOnlyStream
{
    // Longer than any description that a site accepts.
    private const long MaxToken = 1024 * 1024;

    private readonly byte[] _head = new byte[64];
    private int _headStart;
    private int _headEnd;
    private bool _peeked;
    private long _tokenEnd = long.MaxValue;

    /// <summary>How many bytes have been handed out.</summary>
    public long Given { get; private set; }

    /// <summary>The limit was passed, whatever the reader above made of it.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Whether what was packed, at any depth, is not what came out; reads what is left of it to know.</summary>
    public bool HasBadChecksum()
    {
        Span<byte> rest = stackalloc byte[256];
        try
        {
            while (Read(rest) > 0)
            {
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return false;
        }

        return stream is UnpackedStream { HasBadChecksum: true };
    }

    /// <summary>The first bytes, at most 64; fewer where the stream is shorter.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (!_peeked)
        {
            _peeked = true;
            _headEnd = stream.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        }

        return _head.AsSpan(_headStart, _headEnd - _headStart);
    }

    /// <summary>Drops a byte order mark and the blanks that some programs write before the XML declaration.</summary>
    public void SkipBlanks()
    {
        if (Peek().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            _headStart += 3;

        while (_headStart < _headEnd && _head[_headStart] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _headStart++;
            if (_headStart < _headEnd)
                continue;

            Count(_headEnd);
            (_headStart, _headEnd) = (0, stream.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false));
        }
    }

    /// <summary>A reader that gathers a token in memory, as XML readers do with attributes and sections, gets no more until it asks for the next one.</summary>
    public void BeginToken() => _tokenEnd = Given + MaxToken;

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = Math.Min(buffer.Length, _headEnd - _headStart);
        if (read > 0)
        {
            _head.AsSpan(_headStart, read).CopyTo(buffer);
            _headStart += read;
        }
        else
        {
            read = stream.Read(buffer);
        }

        Count(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();

        base.Dispose(disposing);
    }

    private void Count(int read)
    {
        Given += read;
        if (Given > _tokenEnd)
            throw new TooLargeException(MaxToken);

        if (Given <= limit)
            return;

        IsTooLarge = true;
        throw new TooLargeException(limit);
    }
}
