namespace WeightedRun.Analysis.Loads.Text;

/// <summary>Tokens of one text, in an array that is used again and again: a title without any cue allocates nothing.</summary>
internal sealed class TokenBuffer
{
    private Token[] _tokens = new Token[64];

    public int Count { get; private set; }

    public ref Token this[int index] => ref _tokens[index];

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public ref Token Add()
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * Count);

        ref var token = ref _tokens[Count++];
        token = default;
        token.Word = -1;
        return ref token;
    }
}
