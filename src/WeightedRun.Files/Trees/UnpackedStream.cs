namespace WeightedRun.Files.Trees;

/// <summary>
/// What a packed file holds, with its checksum summed on the way. Gives everything that unpacks before it says what is wrong: the framework's
/// own streams drop what came out of a piece together with the fault in it.
/// </summary>
internal abstract class UnpackedStream(Stream content) : ReadOnlyStream
{
    // A fault costs at most this much of what came before it.
    private const int Piece = 4096;

    private uint _crc;
    private bool _hasEnded;

    /// <summary>Everything was read, and it is not what was packed.</summary>
    public bool HasBadChecksum { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (_hasEnded || buffer.IsEmpty)
            return 0;

        int read;
        try
        {
            read = content.Read(buffer[..Math.Min(buffer.Length, Piece)]);
        }
        catch (InvalidDataException)
        {
            throw new InvalidDataException("it does not unpack to its end");
        }

        _crc = Crc32.Update(_crc, buffer[..read]);
        if (read == 0)
        {
            _hasEnded = true;
            HasBadChecksum = ReadChecksum() is { } expected && expected != _crc;
        }

        return read;
    }

    /// <summary>The checksum that was packed beside the content; null where there is none.</summary>
    protected abstract uint? ReadChecksum();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();

        base.Dispose(disposing);
    }
}

/// <summary>A member of a ZIP, whose checksum stands in the ZIP's directory.</summary>
internal sealed class MemberStream(Stream content, uint checksum) : UnpackedStream(content)
{
    protected override uint? ReadChecksum() => checksum;
}
