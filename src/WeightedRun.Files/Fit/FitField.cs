namespace WeightedRun.Files.Fit;

/// <summary>One field of a message definition: where its bytes are and what they are.</summary>
/// <param name="Number">Field number within its message.</param>
/// <param name="Size">Bytes; a multiple of the base type's size for an array.</param>
/// <param name="BaseType">FIT base type byte.</param>
/// <param name="Offset">Where the bytes start in the message.</param>
internal readonly record struct FitField(byte Number, byte Size, byte BaseType, int Offset)
{
    // The low five bits number the type; the top bit only says that its byte order matters.
    private const int TypeMask = 0x1F;

    public FitType Type => (FitType)(BaseType & TypeMask);
}

/// <summary>The base types of the FIT protocol by the low five bits of their byte.</summary>
internal enum FitType
{
    Enum = 0x00,
    SInt8 = 0x01,
    UInt8 = 0x02,
    SInt16 = 0x03,
    UInt16 = 0x04,
    SInt32 = 0x05,
    UInt32 = 0x06,
    String = 0x07,
    Float32 = 0x08,
    Float64 = 0x09,
    UInt8Z = 0x0A,
    UInt16Z = 0x0B,
    UInt32Z = 0x0C,
    Byte = 0x0D,
    SInt64 = 0x0E,
    UInt64 = 0x0F,
    UInt64Z = 0x10,
}

internal static class FitTypes
{
    /// <summary>Bytes of one element.</summary>
    public static int Size(this FitType type) => type switch
    {
        FitType.SInt16 or FitType.UInt16 or FitType.UInt16Z => 2,
        FitType.SInt32 or FitType.UInt32 or FitType.UInt32Z or FitType.Float32 => 4,
        FitType.SInt64 or FitType.UInt64 or FitType.UInt64Z or FitType.Float64 => 8,
        _ => 1,
    };
}
