using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>Words the decision: outcome after the sport's and the commute's say, questions, total, evidence.</summary>
internal sealed class Verdict(TaggerInput input, List<FieldReading> readings)
{
    // Garmin leaves packs below 2 kg out of account; up to 5 % of body mass (3.5 kg of a runner of 70) a bag to work is a bag to work.
    private const double MinBagKilograms = 2;
    private const double BagShareOfBody = 0.05;
    private const double AssumedBodyKilograms = 70;

    private const double BodyMassTolerance = 1;

    private bool IsCommute => input.IsCommute || readings.Exists(reading => reading.IsCommute);

    public TagDecision? Weighted(LoadSource source, IReadOnlyList<ReadPiece> pieces)
    {
        if (IsBodyMass(pieces))
            return null;

        if (source > LoadSource.Gear && Bag(pieces) is { } bag)
            return Of(bag, source, pieces, isAboutBag: true);

        var isWorkout = !input.Sport.IsOnFoot() && !(readings.Exists(reading => reading.SpeaksOfRunning) && pieces.All(piece => piece.Mass is not null));
        var isDenied = source > LoadSource.Gear && IsDeniedAbove(source, pieces);
        return Of(isWorkout || isDenied ? TagOutcome.Suspected : TagOutcome.Weighted, source, pieces);
    }

    public TagDecision? Suspected(LoadSource source, IReadOnlyList<ReadPiece> pieces)
    {
        var piece = pieces[0];
        if (IsBodyMass(pieces) || (piece.Kind == EquipmentKind.Vest && piece.Mass is null && readings.Exists(reading => reading.Denied.Any(denied => denied.Kind == EquipmentKind.Vest) && reading.Asked.All(asked => asked.Cue.StartsWith("murph", StringComparison.Ordinal)))))
            return null;

        if (piece.Kind != EquipmentKind.Backpack || piece.Mass is not null || !IsCommute)
            return Of(TagOutcome.Suspected, source, pieces);

        return input.Settings.UsualBag switch
        {
            { Counts: false } => null,
            { Counts: true } usual => Of(TagOutcome.Weighted, LoadSource.Runner, [piece with { Mass = usual.Mass }]),
            null => Of(TagOutcome.Suspected, source, pieces, isAboutBag: true),
        };
    }

    /// <summary>A stroller is noted and nothing is asked; a sled or a tyre makes the run another run, so it is asked about.</summary>
    public TagDecision? PushedOnly()
    {
        if (readings.SelectMany(reading => reading.Pushed.Select(piece => (reading.Field, piece))).FirstOrDefault() is not { piece: { } pushed, Field: var field } || input.Settings.IsSilenced(pushed.Cue))
            return null;

        return pushed.Kind == EquipmentKind.Stroller
            ? new TagDecision { Outcome = TagOutcome.NotWeighted, Pieces = [new CarriedPiece(pushed.Kind, null)], Evidence = pushed.Evidence, LexiconVersion = TaggingLexicon.Instance.Version }
            : Of(TagOutcome.Suspected, field switch { TagField.Title => LoadSource.Title, TagField.Description => LoadSource.Description, _ => LoadSource.PrivateNote }, [pushed]);
    }

    /// <summary>Not weighted, with the words that said no.</summary>
    public TagDecision NotWeighted() => new()
    {
        Outcome = TagOutcome.NotWeighted,
        Evidence = [.. readings.SelectMany(reading => (reading.SaysNo is { } no ? new[] { no } : []).Concat(reading.Denied.SelectMany(piece => piece.Evidence))).Distinct()],
        LexiconVersion = TaggingLexicon.Instance.Version,
    };

    // A bag on the way to work: none below 2 kg, asked up to 5 % of the body, weight above.
    private TagOutcome? Bag(IReadOnlyList<ReadPiece> pieces)
    {
        if (!IsCommute || pieces is not [{ Kind: EquipmentKind.Backpack } bag] || bag.Cue.StartsWith("hashtag", StringComparison.Ordinal))
            return null;

        var body = input.BodyMass?.Kilograms ?? AssumedBodyKilograms;
        return bag.Mass?.Kilograms switch
        {
            null => bag.Cue.Contains("ruck", StringComparison.Ordinal) && !bag.Cue.Contains("rucksack", StringComparison.Ordinal) ? null : TagOutcome.Suspected,
            < MinBagKilograms => TagOutcome.NotWeighted,
            var kilograms when kilograms <= body * BagShareOfBody => TagOutcome.Suspected,
            _ => null,
        };
    }

    // Heavier than a bag to work is by itself, but a bag to work: counted, and asked about once.
    private bool IsHeavyBag(IReadOnlyList<ReadPiece> pieces) =>
        IsCommute && input.Settings.UsualBag is null && pieces is [{ Kind: EquipmentKind.Backpack } bag] && bag.Cue.StartsWith("soft", StringComparison.Ordinal);

    // "75 kg" of a runner who weighs 75 kg is the runner.
    private bool IsBodyMass(IReadOnlyList<ReadPiece> pieces) =>
        input.BodyMass is { } body && pieces is [{ Mass: { } mass, Kind: EquipmentKind.Unknown }] && Math.Abs(mass.Kilograms - body.Kilograms) <= BodyMassTolerance;

    private bool IsDeniedAbove(LoadSource source, IReadOnlyList<ReadPiece> pieces) =>
        readings.Where(reading => reading.Field < FieldOf(source) && reading.Firm.Count == 0).SelectMany(reading => reading.Denied).Any(denied => pieces.Any(piece => piece.Kind == denied.Kind));

    private static TagField FieldOf(LoadSource source) => source switch
    {
        LoadSource.Title => TagField.Title,
        LoadSource.Description => TagField.Description,
        LoadSource.PrivateNote => TagField.PrivateNote,
        _ => TagField.Gear,
    };

    private TagDecision? Of(TagOutcome outcome, LoadSource source, IReadOnlyList<ReadPiece> pieces, bool isAboutBag = false)
    {
        if (outcome == TagOutcome.NotWeighted)
            return null;

        var filled = outcome == TagOutcome.Weighted ? [.. pieces.Select(WithDefault)] : pieces;
        var pushed = readings.SelectMany(reading => reading.Pushed).Where(piece => pieces.All(other => other.Kind != piece.Kind));
        var all = filled.Concat(pushed).DistinctBy(piece => piece.Kind).ToList();
        return new TagDecision
        {
            Outcome = outcome,
            Source = source,
            Pieces = [.. all.Select(piece => new CarriedPiece(piece.Kind, piece.Mass))],
            LoadText = filled.Select(piece => piece.LoadText).FirstOrDefault(text => text is not null),
            Questions = [.. Questions(outcome, filled)],
            SuggestedLoad = filled.FirstOrDefault(piece => piece.BareNumber is not null)?.BareNumber is { } number ? input.Settings.UsesPounds ? Mass.FromPounds(number) : Mass.FromKilograms(number) : null,
            Evidence = [.. all.SelectMany(piece => piece.Evidence).Distinct()],
            Cues = [.. filled.Select(piece => piece.Cue).Distinct()],
            IsAboutUsualBag = isAboutBag,
            LexiconVersion = TaggingLexicon.Instance.Version,
        };
    }

    private ReadPiece WithDefault(ReadPiece piece) =>
        piece.Mass is null && !piece.IsLoadAmbiguous && input.Settings.DefaultLoads.TryGetValue(piece.Kind, out var usual)
            ? piece with { Mass = usual, Evidence = [.. piece.Evidence, new TagEvidence(TagField.Runner, 0, 0, "your usual load", "default-load")] }
            : piece;

    private IEnumerable<TagQuestion> Questions(TagOutcome outcome, IReadOnlyList<ReadPiece> pieces)
    {
        if (outcome == TagOutcome.Suspected || pieces.Any(piece => piece.IsPartly) || IsHeavyBag(pieces))
            yield return TagQuestion.Weighted;

        var carried = pieces.Where(piece => !piece.Kind.IsPushedOrDragged()).ToList();
        var total = carried.Sum(piece => piece.Mass?.Kilograms ?? 0);
        if (carried.Exists(piece => piece.Mass is null || piece.IsLoadAmbiguous) || (input.BodyMass is { } body && total > body.Kilograms / 3))
            yield return TagQuestion.Load;

        if (carried.Exists(piece => piece.Kind == EquipmentKind.Unknown || piece.IsAlternative))
            yield return TagQuestion.Equipment;
    }
}
