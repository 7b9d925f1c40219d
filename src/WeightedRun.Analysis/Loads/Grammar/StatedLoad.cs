using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads.Grammar;

/// <summary>A mass as a text states it: tokens <c>[Start, End)</c>.</summary>
internal sealed class StatedLoad
{
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Of one piece; null when the text leaves it open ("8-10 kg", "20/14 lb").</summary>
    public required Mass? Piece { get; init; }

    /// <summary>How many pieces the text counts: 2 in "2x1 kg".</summary>
    public int Count { get; set; } = 1;

    /// <summary>Stated "each", "per ankle".</summary>
    public bool IsEach { get; set; }

    /// <summary>The kind that "per ankle", "in each hand" names; null for a plain "each".</summary>
    public EquipmentKind? EachKind { get; set; }

    /// <summary>"In total": never doubled, and the sum of everything when it is the largest.</summary>
    public bool IsTotal { get; set; }

    /// <summary>"Added 2 kg": no total.</summary>
    public bool IsIncrement { get; set; }

    /// <summary>Grams: only beside equipment.</summary>
    public bool IsGrams { get; init; }

    /// <summary>Readable in two ways: the runner is asked.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>"10K": a thousand metres but for the vest behind it.</summary>
    public bool IsBareThousand { get; init; }

    /// <summary>Behind a minus sign.</summary>
    public bool IsMinus { get; init; }

    /// <summary>Not carried: body mass, lifted, another day's.</summary>
    public bool IsDropped { get; set; }

    /// <summary>A mention has taken it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>All pieces together; the count and a plain "each" may say the same, and double once only.</summary>
    public Mass? Total(bool isPaired) => Piece is { } piece ? Mass.FromKilograms(piece.Kilograms * (IsTotal ? 1 : Count > 1 ? Count : IsEach && isPaired ? 2 : 1)) : null;
}
