using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Xml;

/// <summary>
/// Refuses XML whose single pieces would fill the memory: a reader holds a whole tag, text or CDATA section at once, and no real one is long.
/// </summary>
internal sealed class XmlGuard
{
    // Longer than any description that a site accepts.
    private const long MaxPiece = 1024 * 1024;

    private int _matched;
    private bool _inCharacterData;
    private long _piece;

    private static ReadOnlySpan<byte> Opening => "<![CDATA["u8;

    private static ReadOnlySpan<byte> Closing => "]]>"u8;

    /// <exception cref="TooLargeException">A piece is too long.</exception>
    public void Check(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var used = 1;
            if (_matched > 0)
                Match(bytes[0]);
            else
                used = SkipToCandidate(bytes);

            bytes = bytes[used..];
            _piece += used;
            if (_piece > MaxPiece)
                throw new TooLargeException(MaxPiece);
        }
    }

    // Outside a section every bracket begins a new piece, and may begin a section; inside only "]]>" counts.
    private int SkipToCandidate(ReadOnlySpan<byte> bytes)
    {
        var candidate = bytes.IndexOf(_inCharacterData ? Closing[0] : Opening[0]);
        if (candidate < 0)
            return bytes.Length;

        _matched = 1;
        if (!_inCharacterData)
            _piece = -candidate;

        return candidate + 1;
    }

    private void Match(byte value)
    {
        var pattern = _inCharacterData ? Closing : Opening;
        if (value == pattern[_matched])
            _matched++;
        else if (value == pattern[0])
            _matched = _inCharacterData ? _matched : 1;
        else
            _matched = 0;

        if (!_inCharacterData && value == (byte)'<')
            _piece = 0;

        if (_matched == pattern.Length)
            (_matched, _inCharacterData, _piece) = (0, !_inCharacterData, 0);
    }
}
