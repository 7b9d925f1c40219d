using System.Buffers;
using System.Globalization;
using System.Text;

namespace WeightedRun.Analysis.Loads.Text;

/// <summary>
/// Splits a text into tokens in one pass. Digits and letters part ("10kg" is two tokens), as do the parts of a hyphenated compound;
/// "w/", "w/o", "c/" and "s/" stay words.
/// </summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text, Vocabulary vocabulary, TokenBuffer tokens, Span<char> word)
{
    private static readonly SearchValues<char> AbbreviationsWithSlash = SearchValues.Create("wcsmp");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _word = word;
    private int _length;
    private bool _isNumber;
    private int _start;
    private int _end;
    private bool _isGlued;
    private int _next;

    public void Run()
    {
        while (_next < _text.Length)
        {
            var at = _next;
            var character = _text[at];
            _next++;
            if (character < 0x80)
            {
                Take(char.ToLowerInvariant(character) is '\r' or '\f' or '\v' ? '\n' : char.ToLowerInvariant(character), at);
                continue;
            }

            if (char.IsHighSurrogate(character) && _next < _text.Length && char.IsLowSurrogate(_text[_next]))
            {
                _next++;
                TakePair(new Rune(character, _text[at + 1]), at);
                continue;
            }

            foreach (var folded in FoldedCharacters.Of(character))
                Take(folded, at);

            // An accent that stands alone belongs to the letter before it.
            if (_length > 0 && _end == at && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                _end = _next;
        }

        Flush();
    }

    private void Take(char c, int at)
    {
        if (char.IsAsciiDigit(c) || (c >= 0x80 && char.IsDigit(c)))
            Append(char.IsAsciiDigit(c) ? c : (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)), isDigit: true, at);
        else if (char.IsLetter(c) || (c >= 0x80 && char.GetUnicodeCategory(c) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber))
            Append(c, isDigit: false, at);
        else
            TakeSign(c, at);
    }

    private void TakePair(Rune rune, int at)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol)
        {
            Flush();
            Append(_text[at], isDigit: false, at);
            Append(_text[at + 1], isDigit: false, at);
            Flush();
            return;
        }

        foreach (var folded in FoldedCharacters.Of(rune))
            Take(folded, at);
    }

    private void Append(char c, bool isDigit, int at)
    {
        if (_length > 0 && _isNumber != isDigit)
            Flush();

        if (_length == 0)
        {
            _start = at;
            _isNumber = isDigit;
        }

        if (_length < _word.Length)
            _word[_length] = c;

        _length++;
        _end = _next;
    }

    private void TakeSign(char c, int at)
    {
        var touchesBefore = _length > 0 || _isGlued;
        switch (c)
        {
            case ' ' or '\t' or '_' or '"' or '«' or '»' or '“' or '”' or '„':
                Flush();
                _isGlued = false;
                return;
            case '\'':
                Flush();
                return;
            case '.' or ',' when _isNumber && _length > 0 && char.IsAsciiDigit(Peek()):
                Append(c, isDigit: true, at);
                return;
            case '/' when _length == 1 && !_isNumber && AbbreviationsWithSlash.Contains(_word[0]):
                TakeAbbreviation(at);
                return;
            case '-' when Peek() == '>':
                _next++;
                Sign('→', at);
                return;
            case '-' when touchesBefore && char.IsLetterOrDigit(Peek()):
                var isRange = _isNumber && _length > 0 && char.IsAsciiDigit(Peek());
                Flush();
                if (isRange)
                    Sign('-', at);

                return;
            case '-' when char.IsAsciiDigit(Peek()):
                Sign('-', at);
                return;
            case '-':
                Sign('—', at);
                return;
            default:
                // What is neither letter, digit nor a sign with a meaning parts words as a blank does; most emoji are such.
                if (c < 0x80 || c is '—' or '→' or '£' or '€' or '°' or '•' or '·')
                {
                    Sign(c, at);
                    return;
                }

                Flush();
                if (char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol)
                    Append(c, isDigit: false, at);

                Flush();
                _isGlued = false;
                return;
        }
    }

    /// <summary>"w/", "w/o", "c/", "s/": words of their own.</summary>
    private void TakeAbbreviation(int at)
    {
        Append('/', isDigit: false, at);
        if (_word[0] == 'w' && char.ToLowerInvariant(Peek()) == 'o' && (_next + 1 >= _text.Length || !char.IsLetterOrDigit(_text[_next + 1])))
        {
            _next++;
            Append('o', isDigit: false, at + 1);
        }

        Flush();
    }

    private readonly char Peek()
    {
        if (_next >= _text.Length)
            return ' ';

        var character = _text[_next];
        return character < 0x80 ? character : FoldedCharacters.Of(character) is [var first, ..] ? first : ' ';
    }

    private void Sign(char sign, int at)
    {
        Flush();
        ref var token = ref tokens.Add();
        token.Kind = TokenKind.Sign;
        token.Sign = sign;
        token.Start = at;
        token.End = _next;
        token.IsGlued = _isGlued;
        _isGlued = sign != '\n';
    }

    private void Flush()
    {
        if (_length == 0)
            return;

        ref var token = ref tokens.Add();
        token.Kind = _isNumber ? TokenKind.Number : TokenKind.Word;
        token.Start = _start;
        token.End = _end;
        token.IsGlued = _isGlued;
        if (_length <= _word.Length)
        {
            var folded = _word[.._length];
            token.Word = vocabulary.Find(folded);
            if (_isNumber)
                (token.Value, token.Decimals) = Numeral.Read(folded);
        }
        else
        {
            token.Value = double.NaN;
        }

        _length = 0;
        _isGlued = true;
    }
}
