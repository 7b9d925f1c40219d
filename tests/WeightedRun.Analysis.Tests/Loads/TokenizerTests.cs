using System.Globalization;
using System.Text;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>
/// How a text is cut. A word stands as its part of the text, a number with its value, a sign in quotes; + in front of what is glued to the one before.
/// </summary>
public sealed class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("Easy run", "Easy run")]
    [InlineData("10kg", "10 +kg")]
    [InlineData("vest10kg", "vest +10 +kg")]
    [InlineData("7,5 kg", "7.5/1 kg")]
    [InlineData("7.25kg", "7.25/2 +kg")]
    [InlineData("7, 5", "7 +',' 5")]
    [InlineData("run.", "run +'.'")]
    [InlineData("7.", "7 +'.'")]
    [InlineData(".5", "'.' +5")]
    [InlineData("10.000.000", "?")]
    [InlineData("123456", "123456")]
    [InlineData("1234567", "?")]
    [InlineData("1.2.3", "?")]
    [InlineData("1.234567", "?")]
    [InlineData("1.23456", "1.23456/5")]
    [InlineData("007", "7")]
    [InlineData("w/ vest", "w/ vest")]
    [InlineData("w/o vest", "w/o vest")]
    [InlineData("W/O vest", "W/O vest")]
    [InlineData("w/out", "w/ +out")]
    [InlineData("w/o", "w/o")]
    [InlineData("w/o2", "w/ +o +2")]
    [InlineData("c/ s/ m/ p/", "c/ s/ m/ p/")]
    [InlineData("a/b", "a +'/' +b")]
    [InlineData("ww/x", "ww +'/' +x")]
    [InlineData("5/x", "5 +'/' +x")]
    [InlineData("plate-carrier", "plate +carrier")]
    [InlineData("plate - carrier", "plate '—' carrier")]
    [InlineData("plate -carrier", "plate '—' +carrier")]
    [InlineData("plate- carrier", "plate +'—' carrier")]
    [InlineData("6-8 kg", "6 +'-' +8 kg")]
    [InlineData("10-kg", "10 +kg")]
    [InlineData("vest-10", "vest +10")]
    [InlineData("-5", "'-' +5")]
    [InlineData(" -5", "'-' +5")]
    [InlineData("6->8", "6 +'→' +8")]
    [InlineData("6 -> 8", "6 '→' 8")]
    [InlineData("don't", "don +t")]
    [InlineData("\"vest\"", "vest")]
    [InlineData("a_b", "a b")]
    [InlineData("«a» “b” „c”", "a b c")]
    [InlineData("a\"b", "a b")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\nb", "a +'\n' b")]
    [InlineData("a\r\nb", "a +'\n' '\n' b")]
    [InlineData("a\u2028b", "a +'\n' b")]
    [InlineData("a\fb\vc", "a +'\n' b +'\n' c")]
    [InlineData("#vest (8 kg)!", "'#' +vest '(' +8 kg +')' +'!'")]
    [InlineData("£20 €5 20°", "'£' +20 '€' +5 20 +'°'")]
    [InlineData("a•b·c→d—e–f", "a +'•' +b +'·' +c +'→' +d +'—' +e +'—' +f")]
    [InlineData("2×5", "2 +× +5")]
    [InlineData("½", "1 +'/' +2")]
    [InlineData("№5", "'#' +5")]
    [InlineData("Übung café", "Übung café")]
    [InlineData("cafe\u0301 x", "cafe\u0301 x")]
    [InlineData("\u0301x", "x")]
    [InlineData("１０ｋｇ", "10 +ｋｇ")]
    [InlineData("٣ kg", "3 kg")]
    [InlineData("𝐯𝐞𝐬𝐭 𝟏𝟎", "𝐯𝐞𝐬𝐭 10")]
    [InlineData("🎒8", "🎒 +8")]
    [InlineData("run🎒", "run +🎒")]
    [InlineData("☀️5", "☀ 5")]
    [InlineData("so\u00ADft", "so\u00ADft")]
    [InlineData("क्या", "क्या")]
    [InlineData("a§b", "a b")]
    [InlineData("ⅷ", "ⅷ")]
    public void A_text_is_cut_into_words_numbers_and_signs(string text, string expected) => Assert.Equal(expected, Cut(text));

    [Fact]
    public void Half_an_emoji_is_nothing() => Assert.Equal(["", "a\ud83cb", "a"], new[] { "\ud83c", "a\ud83cb", "a\ud83c" }.Select(Cut));

    [Theory]
    [InlineData(48, false)]
    [InlineData(49, true)]
    public void A_longer_word_than_any_of_the_lexicon_is_one_token_of_no_word(int letters, bool isTooLong)
    {
        var token = Assert.Single(Tokens(new string('a', letters)));
        Assert.Equal((TokenKind.Word, 0, letters, -1), (token.Kind, token.Start, token.End, token.Word));
        Assert.Equal(isTooLong, double.IsNaN(token.Value));
    }

    [Fact]
    public void A_buffer_grows_and_is_used_again()
    {
        var buffer = new TokenBuffer();
        for (var round = 0; round < 2; round++)
        {
            TaggingLexicon.Instance.Tokenize(string.Join(' ', Enumerable.Range(0, 200)), buffer);
            Assert.Equal(Enumerable.Range(0, 200).Select(n => (double)n), buffer.Tokens.ToArray().Select(token => token.Value));
            TaggingLexicon.Instance.Tokenize("one", buffer);
            Assert.Equal(1, buffer.Count);
            Assert.Equal((0, 3, false, 0.0), (buffer[0].Start, buffer[0].End, buffer[0].IsGlued, buffer[0].Value));
        }
    }

    [Theory]
    [InlineData("ß", "ss")]
    [InlineData("ẞ", "ss")]
    [InlineData("Æ", "ae")]
    [InlineData("œ", "oe")]
    [InlineData("Ø", "o")]
    [InlineData("Ł", "l")]
    [InlineData("đ", "d")]
    [InlineData("ð", "d")]
    [InlineData("ı", "i")]
    [InlineData("×", "x")]
    [InlineData("⁄", "/")]
    [InlineData("∕", "/")]
    [InlineData("／", "/")]
    [InlineData("‐", "-")]
    [InlineData("‑", "-")]
    [InlineData("‒", "-")]
    [InlineData("−", "-")]
    [InlineData("－", "-")]
    [InlineData("–", "—")]
    [InlineData("—", "—")]
    [InlineData("―", "—")]
    [InlineData("’", "'")]
    [InlineData("‘", "'")]
    [InlineData("`", "'")]
    [InlineData("´", " ")]
    [InlineData("ʼ", "'")]
    [InlineData("،", ",")]
    [InlineData("、", ",")]
    [InlineData("，", ",")]
    [InlineData("。", ".")]
    [InlineData("№", "#")]
    [InlineData("\n", "\n")]
    [InlineData("\r", "\n")]
    [InlineData("\u0085", "\n")]
    [InlineData("\u2028", "\n")]
    [InlineData("\u2029", "\n")]
    [InlineData("\v", "\n")]
    [InlineData("\f", "\n")]
    [InlineData("\t", " ")]
    [InlineData("\u00A0", " ")]
    [InlineData("\u3000", " ")]
    [InlineData("É", "e")]
    [InlineData("Ä", "a")]
    [InlineData("ﬁ", "fi")]
    [InlineData("Ⅷ", "viii")]
    [InlineData("½", "1/2")]
    [InlineData("\u0301", "")]
    [InlineData("\u20DD", "")]
    [InlineData("\u200D", "")]
    [InlineData("\u00AD", "")]
    [InlineData("\u0007", "")]
    [InlineData("𝐯", "v")]
    [InlineData("🎒", "🎒")]
    [InlineData("ж", "ж")]
    public void A_character_is_folded_to_its_plainest_form(string character, string folded)
    {
        var rune = character.EnumerateRunes().Single();
        Assert.Equal(folded, FoldedCharacters.Of(rune));
        if (rune.IsBmp)
            Assert.Equal(folded, FoldedCharacters.Of(character[0]));
    }

    [Fact]
    public void Half_a_pair_and_no_character_are_folded_away() =>
        Assert.Equal(["", "", "", "", "\ufffd"], "\ud83c\udfff\ufffe\uffff\ufffd".Select(FoldedCharacters.Of));

    private static Token[] Tokens(string text)
    {
        var buffer = new TokenBuffer();
        TaggingLexicon.Instance.Tokenize(text, buffer);
        return buffer.Tokens.ToArray();
    }

    private static string Cut(string text)
    {
        var cut = new StringBuilder();
        foreach (var token in Tokens(text))
        {
            cut.Append(cut.Length > 0 ? " " : "").Append(token.IsGlued ? "+" : "");
            switch (token.Kind)
            {
                case TokenKind.Sign:
                    cut.Append(CultureInfo.InvariantCulture, $"'{token.Sign}'");
                    break;
                case TokenKind.Number when double.IsNaN(token.Value):
                    cut.Append('?');
                    break;
                case TokenKind.Number:
                    cut.Append(CultureInfo.InvariantCulture, $"{token.Value}{(token.Decimals > 0 ? $"/{token.Decimals}" : "")}");
                    break;
                default:
                    cut.Append(text.AsSpan(token.Start..token.End));
                    break;
            }
        }

        return cut.ToString();
    }
}
