namespace WeightedRun.Files.Trees;

/// <summary>Reads a byte range from its beginning to its end.</summary>
internal sealed class RangeStream(ByteRange range) : ReadOnlyStream
{
    private long _position;

    public override int Read(Span<byte> buffer)
    {
        var read = range.Read(_position, buffer);
        _position += read;
        return read;
    }
}
