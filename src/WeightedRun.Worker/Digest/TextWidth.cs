using System.Globalization;
using System.Text;

namespace WeightedRun.Worker.Digest;

/// <summary>How many columns a text takes on a terminal: letters of East Asia and pictures take two, marks none.</summary>
internal static class TextWidth
{
    // https://www.unicode.org/reports/tr11/ : the blocks that are wide from their first to their last character.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            width += OfElement(Rune.GetRuneAt(elements.GetTextElement(), 0));

        return width;
    }

    private static int OfElement(Rune first) => Rune.GetUnicodeCategory(first) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        ? 0
        : Array.Exists(Wide, block => first.Value >= block.First && first.Value <= block.Last) ? 2 : 1;
}
