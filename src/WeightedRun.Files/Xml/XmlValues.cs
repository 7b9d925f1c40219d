using System.Globalization;
using System.Xml;

namespace WeightedRun.Files.Xml;

/// <summary>Reads the text of XML elements as the values that activity files hold; null for what is none.</summary>
internal static class XmlValues
{
    /// <summary>Moves to the end of the current element and returns its text.</summary>
    public static string? ReadText(this XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return null;

        var text = default(string);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                text = text is null ? xml.Value : text + xml.Value;
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static double? ReadNumber(this XmlReader xml) => NumberOf(xml.ReadText());

    public static DateTime? ReadTime(this XmlReader xml) => TimeOf(xml.ReadText());

    public static double? NumberOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public static DateTime? TimeOf(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) && time.Year >= 1990 ? time : null;
}
