using WeightedRun.Files.Xml;

namespace WeightedRun.Files.Trees;

/// <summary>
/// A stream whose first bytes can be looked at before it is read, and which refuses to give more than a limit:
/// what a header claims is never believed, what comes out is counted.
/// </summary>
internal sealed class ContentStream(Stream stream, long limit) : ForwardStream
{
    private readonly byte[] _head = new byte[64];
    private int _headStart;
    private int _headEnd;
    private bool _peeked;
    private long _given;

    /// <summary>Looks at all that is given; it may refuse.</summary>
    public XmlGuard? Guard { get; set; }

    /// <summary>The first bytes, at most 64; fewer where the stream is shorter.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (!_peeked)
        {
            _headEnd = stream.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
            _peeked = true;
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
            if (_headStart == _headEnd)
                (_headStart, _headEnd) = (0, stream.Read(_head, 0, _head.Length));
        }
    }

    public override int Read(Span<byte> buffer)
    {
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

        _given += read;
        Guard?.Check(buffer[..read]);
        return _given <= limit ? read : throw new TooLargeException(limit);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();

        base.Dispose(disposing);
    }
}

/// <summary>A member gave more bytes than any real recording has.</summary>
internal sealed class TooLargeException(long limit) : IOException($"more than {limit / (1024 * 1024)} MB come out of it");
