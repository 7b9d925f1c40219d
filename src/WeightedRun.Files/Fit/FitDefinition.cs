using System.Buffers.Binary;

namespace WeightedRun.Files.Fit;

/// <summary>What the data messages of one local type look like, until the next definition replaces it.</summary>
internal sealed class FitDefinition
{
    private const int FixedSize = 5;
    private const int FieldSize = 3;
    private const sbyte Absent = -1;

    // From field number to place in Fields: messages are asked for the same few fields thousands of times.
    private readonly short[] _places = new short[256];

    private FitDefinition(ushort globalNumber, bool isBigEndian, FitField[] fields, FitDeveloperField[] developerFields, int dataSize)
    {
        GlobalNumber = globalNumber;
        IsBigEndian = isBigEndian;
        Fields = fields;
        DeveloperFields = developerFields;
        DataSize = dataSize;
        Array.Fill(_places, Absent);
        for (var place = fields.Length - 1; place >= 0; place--)
            _places[fields[place].Number] = (short)place;
    }

    public ushort GlobalNumber { get; }

    public bool IsBigEndian { get; }

    public FitField[] Fields { get; }

    public FitDeveloperField[] DeveloperFields { get; }

    /// <summary>Bytes of a data message without its header byte.</summary>
    public int DataSize { get; }

    public bool TryFind(byte number, out FitField field)
    {
        var place = _places[number];
        field = place < 0 ? default : Fields[place];
        return place >= 0;
    }

    /// <summary>Consumes a definition message; null when the stream ends inside it.</summary>
    public static FitDefinition? TryRead(FitStream stream, bool hasDeveloperFields)
    {
        if (!stream.TryPeek(FixedSize, out var bytes))
            return null;

        var size = FixedSize + (bytes[4] * FieldSize);
        if (!stream.TryPeek(size + (hasDeveloperFields ? 1 : 0), out bytes))
            return null;

        var developerCount = hasDeveloperFields ? bytes[size] : 0;
        var total = size + (hasDeveloperFields ? 1 + (developerCount * FieldSize) : 0);
        if (!stream.TryPeek(total, out bytes))
            return null;

        var definition = Parse(bytes, size, developerCount);
        stream.Advance(total);
        return definition;
    }

    private static FitDefinition Parse(ReadOnlySpan<byte> bytes, int developerStart, int developerCount)
    {
        var isBigEndian = bytes[1] != 0;
        var offset = 0;
        var fields = new FitField[bytes[4]];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = bytes.Slice(FixedSize + (i * FieldSize), FieldSize);
            fields[i] = new FitField(field[0], field[1], field[2], offset);
            offset += field[1];
        }

        var developerFields = new FitDeveloperField[developerCount];
        for (var i = 0; i < developerCount; i++)
        {
            var field = bytes.Slice(developerStart + 1 + (i * FieldSize), FieldSize);
            developerFields[i] = new FitDeveloperField(field[0], field[2], field[1], offset);
            offset += field[1];
        }

        var globalNumber = isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        return new FitDefinition(globalNumber, isBigEndian, fields, developerFields, offset);
    }
}

/// <summary>A field that an app on the watch has added; its type is in a field_description message, which may come later or never.</summary>
internal readonly record struct FitDeveloperField(byte Number, byte DeveloperIndex, byte Size, int Offset);
