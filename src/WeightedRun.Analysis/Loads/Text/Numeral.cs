namespace WeightedRun.Analysis.Loads.Text;

/// <summary>Reads digits with a decimal point or comma.</summary>
internal static class Numeral
{
    // More digits than any load has; longer ones are dates, bib numbers, post codes.
    private const int MaxDigits = 6;

    /// <summary>The value, and how many digits follow the decimal sign; NaN when it is no plain number.</summary>
    public static (double Value, int Decimals) Read(ReadOnlySpan<char> digits)
    {
        var whole = 0.0;
        var decimals = -1;
        var scale = 1.0;
        var count = 0;
        foreach (var c in digits)
        {
            if (c is '.' or ',')
            {
                if (decimals >= 0)
                    return (double.NaN, 0);

                decimals = 0;
                continue;
            }

            if (++count > MaxDigits)
                return (double.NaN, 0);

            whole = (whole * 10) + (c - '0');
            if (decimals >= 0)
            {
                decimals++;
                scale *= 10;
            }
        }

        return (whole / scale, Math.Max(decimals, 0));
    }
}
