using WeightedRun.Analysis.Loads.Clauses;
using WeightedRun.Analysis.Loads.Grammar;
using WeightedRun.Analysis.Loads.Lexicon;

namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>Turns judged mentions into what a field says: certain, to be asked, pushed, denied.</summary>
internal sealed class FieldVerdict(TagField field, ClauseView view, List<Mention> mentions, List<StatedLoad> loads, Clause[] clauseOf)
{
    // Drinking gear below this is water and gels; Garmin too leaves such packs out of account.
    private const double MinWornKilograms = 2;

    private readonly PieceReader _pieces = new(field, view, clauseOf);
    private readonly List<ReadPiece> _firm = [];
    private readonly List<ReadPiece> _asked = [];
    private readonly List<ReadPiece> _pushed = [];
    private readonly List<ReadPiece> _denied = [];
    private ReadPiece? _free;
    private List<StatedLoad>? _others;
    private bool _isFreeOfNow;
    private bool? _isTakenOff;
    private bool? _isCommute;

    public FieldReading Conclude()
    {
        GiveOnlyLoadToOnlyMention();
        foreach (var mention in mentions)
            Sort(mention);

        foreach (var load in loads.Where(load => !load.IsTaken && !load.IsDropped && !load.IsIncrement && (!load.IsGrams || load.EachKind is not null)))
            SortFree(load);

        FillContainer();
        return new FieldReading(field)
        {
            SaysNo = MentionFinder.SaysNo(view.Text) is { } at ? _pieces.Evidence(at, at + 2, "hashtag") : null,
            Firm = Combination.Of([.. _firm.Select(Qualified)]),
            Asked = _asked,
            Pushed = _pushed,
            Denied = _denied,
            FreeLoad = _free,
            HasHashtag = mentions.Exists(mention => mention is { IsHashtag: true, Standing: Standing.Stands }),
            IsCommute = IsCommute(),
            SpeaksOfRunning = view.Text.Phrases.Exists(phrase => phrase.Has(Cue.Run | Cue.Murph)),
        };
    }

    /// <summary>"a 20 lb plate in my backpack": the backpack is what is worn.</summary>
    private void FillContainer()
    {
        if (_firm is not [{ Kind: EquipmentKind.WeightPlate or EquipmentKind.Sandbag or EquipmentKind.Other or EquipmentKind.HandWeights or EquipmentKind.Unknown } filling]
            || mentions.Find(mention => mention is { Certainty: Cue.Soft, Standing: Standing.Stands, Load: null, Kind: EquipmentKind.Backpack or EquipmentKind.Vest or EquipmentKind.PlateCarrier }) is not { } container)
            return;

        _firm[0] = filling with { Kind = container.Kind, Evidence = [.. _pieces.Of(container).Evidence, .. filling.Evidence] };
    }

    private void Sort(Mention mention)
    {
        var hasLoad = mention.Load is not null;
        switch (mention.Certainty)
        {
            case Cue.Pushed when mention.Standing == Standing.Stands:
            case Cue.Dragged when mention.Standing == Standing.Stands && (hasLoad || view.Any(mention.Clause, Cue.Drag)):
                _pushed.Add(_pieces.Pushed(mention));
                return;
            case Cue.Pushed or Cue.Dragged:
                return;
            case Cue.Worn when mention.Load?.Piece is not { Kilograms: >= MinWornKilograms }:
                if (mention is { Kind: EquipmentKind.Backpack, Standing: Standing.Stands } && IsCommute())
                    _asked.Add(_pieces.Of(mention));

                return;
            case Cue.Vague when !hasLoad:
                if (mention.Standing == Standing.Stands && (IsLugged(mention) || _pieces.BareNumberBeside(mention) is not null))
                    _asked.Add(_pieces.Of(mention));

                return;
            case Cue.Carried when !hasLoad:
                if (mention.Standing == Standing.Stands && IsCommute() && !view.Any(mention.Clause, Cue.Sure | Cue.Soft))
                    _asked.Add(_pieces.Of(mention) with { Kind = EquipmentKind.Backpack });

                return;
            case Cue.Extra when !hasLoad || mention.Standing != Standing.Stands:
                return;
        }

        // "First km without the vest, then 8 kg on"
        if (mention is { Standing: Standing.Falls, Against.Rule: "negated", Load: { } later } && clauseOf[later.Start] is { IsOpenedByWord: true } other && other != mention.Clause)
        {
            _asked.Add(_pieces.Of(mention));
            return;
        }

        if (mention.Standing == Standing.Falls)
        {
            _denied.Add(_pieces.Denied(mention));
            return;
        }

        if (mention.Certainty == Cue.Murph)
        {
            SortMurph(mention);
            return;
        }

        if (IsClothing(mention))
            return;

        if (IsFirm(mention))
            _firm.Add(_pieces.Of(mention));
        else
            _asked.Add(_pieces.Of(mention));
    }

    private bool IsCommute() => _isCommute ??= view.Text.Phrases.Exists(phrase => phrase.Has(Cue.Commute));

    private bool IsFirm(Mention mention)
    {
        if (mention.Standing == Standing.Doubtful || mention.Kind == EquipmentKind.ChildCarrier || mention.Certainty == Cue.Extra)
            return false;

        if (mention.IsHashtag)
            return true;

        // "hauled 40 lb bags of gravel": what was carried is what follows.
        if (mention is { Certainty: Cue.Carried, Load: { } carried } && OwnWords(carried.End, clauseOf[carried.Start].End) > 0)
            return false;

        // "10K vest": ten kilograms or ten kilometres.
        if (mention.Load is not null)
            return mention.Certainty != Cue.Soft || !mention.Load.IsBareThousand;

        // "new weight vest": in the shop's box, unless it is worn or weighed.
        if (view.Text.Has(mention.Start - 1, Cue.New) && !view.AnyBetween(mention.Clause.Start, mention.Start, Cue.With | Cue.Run))
            return false;

        return mention.Certainty switch
        {
            Cue.Sure => !IsAfterTheRun(mention) && !IsStatement(mention),
            Cue.Soft => mention.Kind.IsOnLimb() && IsHeld(mention),
            _ => false,
        };
    }

    // "5k + dumbbells", "then ankle weights": an exercise that follows, unless a load or a "with" says it was carried.
    private bool IsAfterTheRun(Mention mention) =>
        mention.Kind.IsOnLimb() && (mention.Clause.OpenedBy is '+' or '&' || mention.Clause.IsOpenedByWord) && !view.Any(mention.Clause, Cue.Run);

    /// <summary>
    /// "The weighted vest arrives Monday", "bumped into the rucking club": equipment in a sentence about something else. A title that names a
    /// run done with it is short, or speaks of running or of wearing.
    /// </summary>
    private bool IsStatement(Mention mention)
    {
        var clause = mention.Clause;
        return !view.Any(clause, Cue.Run | Cue.With | Cue.Measure | Cue.Murph) && (OwnWords(mention.End, clause.End) >= 1 || OwnWords(clause.Start, mention.Start) >= 2);
    }

    private int OwnWords(int start, int end)
    {
        var count = 0;
        for (var at = start; at < end; at++)
            count += view.ContentWords(at, at + 1) > 0 && !view.Text.Has(at, Cue.Now | Cue.Total | Cue.Harmless | Cue.Idiom) ? 1 : 0;

        return count;
    }

    private bool IsHeld(Mention mention) => view.AnyBetween(mention.Clause.Start, mention.Start, Cue.With) && view.Any(mention.Clause, Cue.Run) && !IsAfterTheRun(mention);

    // "carrying a rock"
    private bool IsLugged(Mention mention) =>
        mention.Kind is EquipmentKind.Other or EquipmentKind.WeightPlate or EquipmentKind.HandWeights && view.AnyBetween(Math.Max(mention.Clause.Start, mention.Start - 3), mention.Start, Cue.Carried);

    private bool IsClothing(Mention mention) =>
        mention is { Certainty: Cue.Soft, Kind: EquipmentKind.Vest, Load: null } && view.Any(mention.Clause, Cue.Clothes);

    /// <summary>Other loads beside it, or words that it was taken off, are for the runner to explain.</summary>
    private ReadPiece Qualified(ReadPiece piece) => piece with
    {
        IsPartly = piece.IsPartly || _denied.Exists(denied => denied.Kind == piece.Kind) || IsTakenOff(),
        IsLoadAmbiguous = piece.IsLoadAmbiguous || (piece is { Mass: { } mass, IsTotal: false } && Others().Exists(other => Math.Abs(other.Piece!.Value.Kilograms - mass.Kilograms) > 0.06)),
    };

    private List<StatedLoad> Others() => _others ??= loads.FindAll(load => load is { IsTaken: false, IsDropped: false, IsIncrement: false, IsGrams: false, Piece: not null } && IsSaidOfALoad(load));

    // "..., took it off at halfway", "2 miles with, then 2 without"
    private bool IsTakenOff() => _isTakenOff ??= view.Text.Phrases.Exists(phrase => phrase.Has(Cue.Partly) && phrase.Has(Cue.Negation)) || view.Clauses.Any(clause => !view.Any(clause, Cue.Mention) && view.First(clause, Cue.Negation | Cue.LeftBehind) is { } phrase && view.ContentWords(phrase.End, clause.End) == 0 && view.ContentWords(clause.Start, phrase.Start) <= 2);

    /// <summary>A Murph may be done without a vest; as prescribed it has one of 20 lb (14 for women): asked either way.</summary>
    private void SortMurph(Mention mention)
    {
        if (mentions.Exists(other => other.Kind == EquipmentKind.Vest && other != mention && other.Certainty != Cue.Murph))
            return;

        if (view.Text.Phrases.Exists(phrase => phrase.Has(Cue.Rx)) && mention.Load is null && mention.Standing == Standing.Stands)
            _firm.Add(_pieces.MurphAsPrescribed(mention));
        else
            _asked.Add(_pieces.Of(mention));
    }

    /// <summary>"Weighted vest run. The usual hills, 8 kg today.": one load, one piece of equipment, no word against either.</summary>
    private void GiveOnlyLoadToOnlyMention()
    {
        var bare = mentions.FindAll(mention => mention.Is(Cue.Sure | Cue.Soft | Cue.Generic) && mention.Standing != Standing.Falls);
        var open = loads.FindAll(load => !load.IsDropped && !load.IsIncrement && !load.IsTaken);
        if (bare.Count == 0 || bare.Exists(mention => mention.Load is not null || mention.Kind != bare[0].Kind) || open.Count != 1 || !IsSaidOfALoad(open[0]))
            return;

        bare[0].Load = open[0];
        open[0].IsTaken = true;
    }

    private bool IsSaidOfALoad(StatedLoad load)
    {
        var clause = clauseOf[load.Start];
        return view.ContentWords(clause.Start, load.Start) + view.ContentWords(load.End, clause.End) <= 4 && !view.Any(clause, Cue.BodyMass | Cue.Gym | Cue.Thing);
    }

    private void SortFree(StatedLoad load)
    {
        var clause = clauseOf[load.Start];
        if (load.EachKind is { } kind && !view.Any(clause, Cue.Gym))
        {
            _firm.Add(_pieces.OfLoad(load, kind, "load-per-limb"));
            return;
        }

        var isAdded = view.Text.Tokens[Math.Max(load.Start - 1, 0)].IsSign('+');
        var isWith = load.Start > clause.Start && view.Text.Has(load.Start - 1, Cue.With);
        var piece = _pieces.OfLoad(load, EquipmentKind.Unknown, "load-alone");
        if (isAdded || isWith)
            _asked.Add(piece);
        else if (IsCommute() && IsSaidOfALoad(load))
            _asked.Add(piece with { Kind = EquipmentKind.Backpack });

        if (!IsSaidOfALoad(load))
            return;

        // "first 3 kg, then 5, today 8 kg"
        var isOfNow = view.Any(clause, Cue.Now);
        if (_free is null || (isOfNow && !_isFreeOfNow))
            (_free, _isFreeOfNow) = (piece, isOfNow);
        else if (!_isFreeOfNow && _free.Mass != piece.Mass)
            _free = _free with { IsLoadAmbiguous = true };
    }
}
