using System.Globalization;

namespace WeightedRun.Files.Fit;

/// <summary>The fields of a session message that the published profile does not explain.</summary>
internal static class FitUnknownFields
{
    // Some twenty of a few bytes each do occur; a file made to fill the memory has 255 of 255.
    private const int MostBytes = 4096;

    private static readonly bool[] IsKnown = KnownFields();

    public static List<UnknownField> Of(in FitMessage message)
    {
        var unknown = new List<UnknownField>();
        var bytes = 0;
        foreach (var field in message.Definition.Fields)
        {
            if (IsKnown[field.Number] || !IsMeasured(message.BytesOf(field), field.Type, message.Definition.IsBigEndian) || (bytes += field.Size) > MostBytes)
                continue;

            var raw = message.BytesOf(field).ToArray();
            if (message.Definition.IsBigEndian)
                ReverseElements(raw, field.Type.Size());
            unknown.Add(new UnknownField(field.Number, field.BaseType, Convert.ToHexString(raw).ToLower(CultureInfo.InvariantCulture)));
        }

        return unknown;
    }

    private static bool IsMeasured(ReadOnlySpan<byte> bytes, FitType type, bool isBigEndian)
    {
        if (type is FitType.String)
            return bytes.ContainsAnyExcept((byte)0);

        if (type > FitType.UInt64Z)
            return bytes.ContainsAnyExcept((byte)0xFF);

        for (; bytes.Length >= type.Size(); bytes = bytes[type.Size()..])
        {
            if (FitMessage.NumberOf(bytes, type, isBigEndian) is not null)
                return true;
        }

        return false;
    }

    private static void ReverseElements(byte[] raw, int size)
    {
        for (var element = 0; element + size <= raw.Length; element += size)
            Array.Reverse(raw, element, size);
    }

    private static bool[] KnownFields()
    {
        // What is missing between these ranges has no published name; 81, 138, 151, 178, 184, 188, 202 and 205-207 do occur in runs.
        ReadOnlySpan<(byte First, byte Last)> ranges =
        [
            (0, 11), (13, 39), (41, 71), (78, 80), (82, 108), (110, 134), (137, 137), (139, 150), (155, 156), (168, 170), (180, 183),
            (186, 187), (192, 200), (208, 211), (253, 254),
        ];
        var known = new bool[256];
        foreach (var (first, last) in ranges)
            known.AsSpan(first, last - first + 1).Fill(true);

        return known;
    }
}
