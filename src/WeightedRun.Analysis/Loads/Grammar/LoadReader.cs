using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads.Grammar;

/// <summary>Finds every mass in a text: "7,5 kg", "20#", "2 x 1 kg", "1/2 pood", "zehn Kilo", "10K" before a vest.</summary>
internal sealed class LoadReader(ReadText text)
{
    // Lighter is a house key; heavier is a typing error or a barbell.
    private const double MinKilograms = 0.2;
    private const double MaxKilograms = 45;

    // "2 kettlebells", "4 x 1 kg": more pieces than limbs are repetitions.
    private const int MaxPieces = 4;
    private const int PieceReach = 5;

    private readonly Token[] _tokens = text.Tokens;
    private readonly List<StatedLoad> _loads = [];

    public List<StatedLoad> Read()
    {
        for (var at = 0; at < _tokens.Length; at++)
        {
            if (NumberAt(at, out var after) is { } value && !IsCounterOrClock(at) && LoadFrom(at, value, after) is { } load)
            {
                _loads.Add(load);
                at = load.End - 1;
            }
        }

        return _loads;
    }

    /// <summary>The number that begins at a token, in digits, as a fraction or in words.</summary>
    private double? NumberAt(int at, out int after)
    {
        after = at + 1;
        if (_tokens[at].Kind == TokenKind.Number)
        {
            if (double.IsNaN(_tokens[at].Value))
                return null;

            // A fraction: smaller over larger, as pood are counted. 20/14 is something else.
            if (at + 2 < _tokens.Length && _tokens[at + 1].IsSign('/') && _tokens[at + 2].Kind == TokenKind.Number && _tokens[at].Value < _tokens[at + 2].Value && _tokens[at + 2].Value <= 8)
            {
                after = at + 3;
                return _tokens[at].Value / _tokens[at + 2].Value;
            }

            return _tokens[at].Value;
        }

        if (text.StartingAt(at) is not { } phrase || !phrase.Has(Cue.Number))
            return null;

        after = phrase.End;
        return phrase.Entry.Value;
    }

    /// <summary>"#20", "9:30", "£20": numbers of another kind.</summary>
    private bool IsCounterOrClock(int at)
    {
        if (at == 0 || !_tokens[at].IsGlued || _tokens[at - 1].Kind != TokenKind.Sign)
            return false;

        return _tokens[at - 1].Sign switch
        {
            '£' or '$' or '€' => true,
            ':' => at > 1 && _tokens[at - 2].Kind == TokenKind.Number && _tokens[at - 1].IsGlued,
            _ => false,
        };
    }

    private StatedLoad? LoadFrom(int at, double value, int after)
    {
        return PiecesBefore(at, value, after) ?? Single(at, value, after);
    }

    private StatedLoad? Single(int at, double value, int after)
    {
        // "8-10 kg", "20/14 lb", "35 or 45 lb", "40#/25#": which of the two is for the runner to say.
        if (after + 1 < _tokens.Length && (_tokens[after].IsSign('-') || _tokens[after].IsSign('/') || text.Has(after, Cue.Or)) && NumberAt(after + 1, out var afterSecond) is { } second && UnitAt(afterSecond, second) is { } shared)
            return Open(at, shared.End);

        if (UnitAt(after, value) is not { } unit)
            return null;

        if (unit.End + 1 < _tokens.Length && _tokens[unit.End].IsSign('/') && NumberAt(unit.End + 1, out afterSecond) is { } other && UnitAt(afterSecond, other) is { } otherUnit)
            return Open(at, otherUnit.End);

        var kilograms = value * unit.Kilograms;
        if (unit.IsGrams && _tokens[at].Decimals == 3)
            kilograms *= 1000;

        var count = CountBehind(unit.End);
        return kilograms is < MinKilograms or > MaxKilograms ? null : new StatedLoad
        {
            Start = at,
            End = unit.End + (count is null ? 0 : 2),
            Count = count ?? 1,
            Piece = Mass.FromKilograms(kilograms),
            IsGrams = unit.IsGrams,
            IsAmbiguous = unit.IsUnsure || IsEndOfRange(at, value) || (count is not null && IsBesideOnly(at, unit.End + 2, kind => kind is EquipmentKind.Vest)),
            IsBareThousand = unit is { IsUnsure: true, Kilograms: 1 },
            IsMinus = at > 0 && _tokens[at - 1].IsSign('-'),
        };
    }

    // "8 - 10 kg", with blanks: a range, or the eighth run with ten.
    private bool IsEndOfRange(int at, double value) =>
        at > 1 && _tokens[at - 1].IsSign('—') && _tokens[at - 2].Kind == TokenKind.Number && _tokens[at - 2].Value < value && _tokens[at - 2].Value >= value / 2 && !(at > 2 && _tokens[at - 3].IsSign(':'));

    /// <summary>"1 kg x2", but not "5 kg x 3 km".</summary>
    private int? CountBehind(int at) =>
        at + 1 < _tokens.Length && text.Has(at, Cue.Times) && _tokens[at + 1] is { Kind: TokenKind.Number, Value: >= 2 and <= MaxPieces } count && count.Value == Math.Floor(count.Value) && !text.Has(at + 2, Cue.Measure | Cue.Unit)
            ? (int)count.Value
            : null;

    private static StatedLoad Open(int start, int end) => new() { Start = start, End = end, Piece = null, IsAmbiguous = true };

    /// <summary>"2 x 1 kg", "two 5 lb dumbbells": a small whole number right before a load counts its pieces.</summary>
    private StatedLoad? PiecesBefore(int at, double count, int after)
    {
        if (count is not (>= 2 and <= MaxPieces) || count != Math.Floor(count))
            return null;

        var isTimes = after < _tokens.Length && (text.Has(after, Cue.Times) || _tokens[after].IsSign('*'));
        var number = isTimes ? after + 1 : after;
        if (number >= _tokens.Length || NumberAt(number, out var afterNumber) is not { } value || Single(number, value, afterNumber) is not { Piece: { } piece } load)
            return null;

        // "Week 3 10 kg vest": nobody wears three.
        if (!isTimes && IsBesideOnly(at, load.End, kind => kind is EquipmentKind.Vest or EquipmentKind.Backpack))
            return null;

        return piece.Kilograms * count > MaxKilograms ? null : new StatedLoad { Start = at, End = load.End, Piece = piece, Count = (int)count, IsGrams = load.IsGrams, IsAmbiguous = load.IsAmbiguous || IsBesideOnly(at, load.End, kind => kind is EquipmentKind.Vest) };
    }

    /// <summary>Of a vest there is one: "3 x 8 kg" beside it are laps, or what is in it.</summary>
    private bool IsBesideOnly(int start, int end, Predicate<EquipmentKind> isKind)
    {
        var isBeside = false;
        for (var at = Math.Max(0, start - PieceReach); at < Math.Min(_tokens.Length, end + PieceReach); at++)
        {
            if (text.PhraseAt[at] < 0 || text.Phrases[text.PhraseAt[at]].Entry.Kind is not { } kind)
                continue;

            if (!isKind(kind))
                return false;

            isBeside = true;
        }

        return isBeside;
    }

    private (int End, double Kilograms, bool IsGrams, bool IsUnsure)? UnitAt(int at, double value)
    {
        if (at >= _tokens.Length)
            return null;

        if (ReadText.IsPounds(_tokens, at))
            return (at + 1, Mass.KilogramsPerPound, false, false);

        if (text.StartingAt(at) is { } phrase)
        {
            if (phrase.Has(Cue.Unit | Cue.Gram))
                return (phrase.End, phrase.Entry.Value, phrase.Has(Cue.Gram), phrase.Entry.Value == 0.5);

            // "14 extra pounds"
            if (phrase.Has(Cue.Extra) && phrase.End < _tokens.Length && text.Has(phrase.End, Cue.Unit))
                return UnitAt(phrase.End, value);
        }

        // "10K weighted vest": a thousand metres everywhere else.
        return _tokens[at] is { Kind: TokenKind.Word, IsGlued: true } word && word.End - word.Start == 1 && text.Original[word.Start] is 'k' or 'K' && IsVest(at + 1)
            ? (at + 1, 1, false, true)
            : null;
    }

    private bool IsVest(int at) => text.Has(at, Cue.Sure | Cue.Soft) && text.Phrases[text.PhraseAt[at]].Entry.Kind == EquipmentKind.Vest;
}
