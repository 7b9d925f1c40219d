namespace WeightedRun.Analysis.Loads.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, or one emoji.</summary>
    Word,

    /// <summary>Digits with at most one decimal sign; <see cref="Token.Value"/> is NaN for anything longer, such as a date.</summary>
    Number,

    /// <summary>A sign that means something: see <see cref="Token.Sign"/>.</summary>
    Sign,
}

/// <summary>
/// A word, a number or a sign. Positions are those of the original text, whatever folding did to it.
/// A hyphen inside a compound is no token; a hyphen between blanks is the sign —.
/// </summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>The folded sign.</summary>
    public char Sign;

    /// <summary>No blank before it.</summary>
    public bool IsGlued;

    /// <summary>First character in the original text.</summary>
    public int Start;

    /// <summary>One past the last character in the original text.</summary>
    public int End;

    /// <summary>The lexicon's number for the word, or -1.</summary>
    public int Word;

    /// <summary>The number.</summary>
    public double Value;

    /// <summary>How many digits follow the decimal sign.</summary>
    public int Decimals;

    public readonly bool IsSign(char sign) => Kind == TokenKind.Sign && Sign == sign;
}
