using System.Buffers;
using System.Globalization;
using System.Xml;

namespace WeightedRun.Files.Xml;

/// <summary>Reads the text of XML elements as the values that activity files hold; null for what is none.</summary>
internal static class XmlValues
{
    // A description longer than this is cut.
    private const int MaxLength = 64 * 1024;

    /// <summary>Moves to the end of the current element and returns its text.</summary>
    public static string? ReadText(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return null;

        var text = default(string);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && (text?.Length ?? 0) < MaxLength)
                text += ReadChunk(xml);
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>The beginning of a text, without the whole of it ever being in memory.</summary>
    private static string ReadChunk(XmlReader xml)
    {
        var buffer = ArrayPool<char>.Shared.Rent(MaxLength);
        try
        {
            var length = 0;
            for (var read = 1; read > 0 && length < MaxLength; length += read)
                read = xml.ReadValueChunk(buffer, length, Math.Min(4096, MaxLength - length));

            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    public static double? ReadNumber(this XmlReader xml) => NumberOf(xml.ReadText());

    public static DateTime? ReadTime(this XmlReader xml) => TimeOf(xml.ReadText());

    public static double? NumberOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public static DateTime? TimeOf(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) && time.Year >= 1990 ? time : null;
}
