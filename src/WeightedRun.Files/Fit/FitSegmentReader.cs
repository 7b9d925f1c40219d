namespace WeightedRun.Files.Fit;

/// <summary>Reads the messages of one FIT file up to its CRC, and says in the segment's warnings what was wrong with it.</summary>
internal sealed class FitSegmentReader(FitStream stream)
{
    private const byte Compressed = 0x80;
    private const byte Definition = 0x40;
    private const byte Developer = 0x20;
    private const byte TimestampField = 253;
    private const int CrcSize = 2;

    private readonly FitDefinition?[] _definitions = new FitDefinition?[16];
    private uint? _time;

    /// <summary>False when nothing behind this segment can be trusted to be another one.</summary>
    public bool Read(FitHeader header, FitSegment segment)
    {
        if (!header.CrcMatches)
            segment.Warnings.Add("header-crc: the checksum of the file header does not match; the values may be damaged");

        // A watch that lost power has never written the size: then everything up to the end of the stream is data.
        var isOpen = header.DataSize is 0 or uint.MaxValue;
        var end = isOpen ? long.MaxValue : stream.Position + header.DataSize;
        while (stream.Position < end)
        {
            var message = stream.Position;
            var problem = ReadMessage(segment, end);
            if (problem is null && segment.Sessions.Count <= FitReader.MaxSessions)
                continue;

            if (problem is null)
                return false;

            if (isOpen && stream.Damage is null && message + CrcSize >= stream.Position && !stream.TryPeek(CrcSize + 1, out _))
                break;

            segment.Warnings.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{problem} at byte {message}; what came before was kept"));
            return false;
        }

        if (isOpen)
            segment.Warnings.Add("not-closed: the header has no size, the recording was never finished; everything up to the end was read");

        return !isOpen && CheckCrc(segment);
    }

    private string? ReadMessage(FitSegment segment, long end)
    {
        if (!stream.TryPeek(1, out var bytes))
            return Truncated();

        var header = bytes[0];
        if ((header & (Compressed | Definition)) == Definition)
        {
            stream.Advance(1);
            _definitions[header & 0x0F] = FitDefinition.TryRead(stream, (header & Developer) != 0);
            return _definitions[header & 0x0F] is null ? Truncated() : null;
        }

        var isCompressed = (header & Compressed) != 0;
        var definition = _definitions[isCompressed ? (header >> 5) & 0x03 : header & 0x0F];
        if (definition is null)
            return "corrupt: a message refers to a layout that was never defined";

        if (stream.Position + 1 + definition.DataSize > end)
            return "corrupt: a message is longer than the rest of the file's data";

        if (!stream.TryPeek(1 + definition.DataSize, out bytes))
            return Truncated();

        var message = new FitMessage(definition, bytes[1..]);
        segment.Add(message, TimeOf(message, isCompressed ? header & 0x1F : null));
        stream.Advance(1 + definition.DataSize);
        return null;
    }

    private uint? TimeOf(in FitMessage message, int? offset)
    {
        if (offset is { } seconds)
            return _time = _time is { } last ? FitTime.Continue(last, seconds) : null;

        if (message.Unsigned(TimestampField) is not { } time)
            return null;

        return _time = time;
    }

    private string Truncated() => stream.Damage is { } damage ? $"damaged: the file cannot be read further ({damage})" : "truncated: the file ends";

    private bool CheckCrc(FitSegment segment)
    {
        var expected = stream.Crc;
        if (!stream.TryPeek(CrcSize, out var bytes))
        {
            segment.Warnings.Add("truncated: the checksum at the end of the file is missing");
            return false;
        }

        var crc = bytes[0] | (bytes[1] << 8);
        stream.Advance(CrcSize);
        if (crc != expected)
            segment.Warnings.Add("bad-crc: the checksum of the file does not match; the values may be damaged");

        return true;
    }
}
