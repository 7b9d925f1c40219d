using System.Globalization;
using System.Text;

namespace WeightedRun.Analysis.Loads.Text;

/// <summary>
/// What a character is for matching: compatibility forms resolved (NFKD), accents dropped, lower case, ß as ss. Empty for what is ignored
/// (accents, joiners, soft hyphens), a blank for every kind of space, a line feed for every kind of line end.
/// </summary>
internal static class FoldedCharacters
{
    // Filled a page of 256 characters at a time when a text first needs it; two threads filling the same page write the same.
    private static readonly string[]?[] Pages = new string[256][];

    public static string Of(char original) => (Pages[original >> 8] ??= Page(original >> 8))[original & 0xFF];

    /// <summary>A character beyond the basic plane: a mathematical letter becomes a plain one, an emoji stays itself.</summary>
    public static string Of(Rune original) => Fold(original.ToString());

    private static string[] Page(int number)
    {
        var page = new string[256];
        for (var i = 0; i < page.Length; i++)
        {
            var character = (char)((number << 8) | i);
            page[i] = char.IsSurrogate(character) || character >= '\uFFFE' ? "" : Fold(character.ToString());
        }

        return page;
    }

    private static string Fold(string character)
    {
        switch (character)
        {
            case "\n" or "\r" or "\u0085" or "\u2028" or "\u2029" or "\v" or "\f":
                return "\n";
            case "№":
                return "#";
        }

        var folded = new StringBuilder();
        foreach (var rune in character.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control && rune.Value != '\t')
                continue;

            if (Rune.IsWhiteSpace(rune))
                folded.Append(' ');
            else
                folded.Append(Plain(Rune.ToLowerInvariant(rune)));
        }

        return folded.ToString();
    }

    // Letters that decomposition leaves whole, and signs that mean the same as a plainer one.
    private static string Plain(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ı' => "i",
        '×' => "x",
        '⁄' or '∕' or '／' => "/",
        '‐' or '‑' or '‒' or '−' or '－' => "-",
        '–' or '—' or '―' => "—",
        '’' or '‘' or '`' or '´' or 'ʼ' => "'",
        '،' or '、' or '，' => ",",
        '。' => ".",
        _ => rune.ToString(),
    };
}
