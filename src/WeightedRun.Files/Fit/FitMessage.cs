using System.Buffers.Binary;
using System.Text;

namespace WeightedRun.Files.Fit;

/// <summary>One data message: its definition and its bytes. Every reader answers null for a field that is absent or holds its type's "invalid" value.</summary>
internal readonly ref struct FitMessage(FitDefinition definition, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public FitDefinition Definition { get; } = definition;

    public ReadOnlySpan<byte> BytesOf(FitField field) => _bytes.Slice(field.Offset, field.Size);

    public ReadOnlySpan<byte> BytesOf(FitDeveloperField field) => _bytes.Slice(field.Offset, field.Size);

    /// <summary>The first element of a field, unscaled.</summary>
    public double? Number(byte number) =>
        Definition.TryFind(number, out var field) ? NumberOf(BytesOf(field), field.Type, Definition.IsBigEndian) : null;

    /// <summary>A field that holds zero when nothing was measured.</summary>
    public double? Positive(byte number) => Number(number) is { } value and > 0 ? value : null;

    /// <summary>An unsigned integer field, such as an enum, a timestamp or a serial number.</summary>
    public uint? Unsigned(byte number) => Number(number) is { } value and >= 0 and <= uint.MaxValue ? (uint)value : null;

    /// <summary>Three bytes or more of a byte array; empty when absent or all 0xFF.</summary>
    public ReadOnlySpan<byte> Bytes(byte number) =>
        Definition.TryFind(number, out var field) && BytesOf(field).ContainsAnyExcept((byte)0xFF) ? BytesOf(field) : default;

    /// <summary>A text field up to its first NUL.</summary>
    public string? Text(byte number)
    {
        if (!Definition.TryFind(number, out var field) || field.Type != FitType.String)
            return null;

        var text = BytesOf(field);
        var end = text.IndexOf((byte)0);
        var value = Encoding.UTF8.GetString(end < 0 ? text : text[..end]).Trim();
        return value.Length == 0 ? null : value;
    }

    /// <summary>The first element of a value of a base type; null when it is invalid, or smaller than its type.</summary>
    public static double? NumberOf(ReadOnlySpan<byte> bytes, FitType type, bool isBigEndian)
    {
        switch (type)
        {
            case FitType.Enum or FitType.UInt8 or FitType.Byte when bytes.Length >= 1:
                return bytes[0] == 0xFF ? null : bytes[0];
            case FitType.SInt8 when bytes.Length >= 1:
                return bytes[0] == 0x7F ? null : (sbyte)bytes[0];
            case FitType.UInt8Z when bytes.Length >= 1:
                return bytes[0] == 0 ? null : bytes[0];
            case FitType.SInt16 or FitType.UInt16 or FitType.UInt16Z when bytes.Length >= 2:
                return Number16(isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes), type);
            case FitType.SInt32 or FitType.UInt32 or FitType.UInt32Z or FitType.Float32 when bytes.Length >= 4:
                return Number32(isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes), type);
            case FitType.SInt64 or FitType.UInt64 or FitType.UInt64Z or FitType.Float64 when bytes.Length >= 8:
                return Number64(isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes), type);
            default:
                return null;
        }
    }

    private static double? Number16(ushort raw, FitType type) => type switch
    {
        FitType.SInt16 => raw == 0x7FFF ? null : (short)raw,
        FitType.UInt16 => raw == 0xFFFF ? null : raw,
        _ => raw == 0 ? null : raw,
    };

    private static double? Number32(uint raw, FitType type) => type switch
    {
        FitType.SInt32 => raw == 0x7FFFFFFF ? null : (int)raw,
        FitType.UInt32 => raw == 0xFFFFFFFF ? null : raw,
        FitType.Float32 => Finite(BitConverter.UInt32BitsToSingle(raw)),
        _ => raw == 0 ? null : raw,
    };

    private static double? Number64(ulong raw, FitType type) => type switch
    {
        FitType.SInt64 => raw == 0x7FFFFFFFFFFFFFFF ? null : (long)raw,
        FitType.UInt64 => raw == 0xFFFFFFFFFFFFFFFF ? null : raw,
        FitType.Float64 => Finite(BitConverter.UInt64BitsToDouble(raw)),
        _ => raw == 0 ? null : raw,
    };

    // All-ones, the invalid float, is a NaN.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
