using System.Globalization;

namespace WeightedRun.Analysis.Loads.Decisions;

/// <summary>
/// Weighs the sources against each other in order of authority. The first that is certain decides; those below fill in the load or the
/// equipment it left open, and no more.
/// </summary>
internal sealed class Fusion(TaggerInput input, IReadOnlyList<FieldReading?> fields)
{
    private readonly List<FieldReading> _readings = [.. fields.OfType<FieldReading>().Where(reading => !reading.IsEmpty)];
    private readonly List<ReadPiece> _pieces = [];
    private LoadSource? _source;
    private bool _isLoadClosed;

    public TagDecision Decide()
    {
        var verdict = new Verdict(input, _readings);
        return Carried(verdict) ?? verdict.NotWeighted();
    }

    /// <summary>Null when nothing was carried and nothing is to be asked.</summary>
    private TagDecision? Carried(Verdict verdict)
    {
        Device();
        if (_pieces.Count == 0 && _readings.Exists(reading => reading.SaysNo is not null))
            return null;

        foreach (var reading in _readings.Where(reading => reading.HasHashtag))
            Take(LoadSource.Hashtag, reading.Firm);

        MappedGear();
        foreach (var reading in _readings)
            Take(SourceOf(reading.Field), Unsilenced(reading.Field == TagField.Gear ? [.. reading.Firm.Where(piece => piece.Mass is not null || piece.Cue.StartsWith("specific", StringComparison.Ordinal))] : reading.Firm));

        Sport();
        if (_pieces.Count > 0)
        {
            FillFromFreeLoads();
            return verdict.Weighted(_source!.Value, _pieces);
        }

        return Suspected(verdict) ?? verdict.PushedOnly();
    }

    private void Device()
    {
        if (input.DevicePackMass is not { Kilograms: > 0 } mass)
            return;

        // A watch asks for a pack; a text may know better what it was.
        var kind = _readings.SelectMany(reading => reading.Firm).FirstOrDefault(piece => piece.Kind.IsOnTorso() && piece.Kind != EquipmentKind.Unknown)?.Kind ?? EquipmentKind.Backpack;
        var text = string.Create(CultureInfo.InvariantCulture, $"pack mass {mass.Kilograms:0.##} kg");
        _pieces.Add(new ReadPiece(kind, mass, null, [new TagEvidence(TagField.Device, 0, 0, text, "device-pack-mass")], "device-pack-mass"));
        _source = LoadSource.Device;
        _isLoadClosed = true;
    }

    private void MappedGear()
    {
        if (input.Gear is { } gear && input.Settings.GearLoads.TryGetValue(gear, out var mapped))
            Take(LoadSource.Gear, [new ReadPiece(mapped.Kind, mapped.Mass, null, [new TagEvidence(TagField.Gear, 0, gear.Length, gear, "mapped-gear")], "mapped-gear")]);
    }

    private void Sport()
    {
        if (input.Sport == Runs.Sport.Ruck)
            Take(LoadSource.Sport, [new ReadPiece(EquipmentKind.Backpack, null, null, [new TagEvidence(TagField.Sport, 0, 0, "ruck", "sport")], "sport")]);
    }

    private void Take(LoadSource source, IReadOnlyList<ReadPiece> firm)
    {
        if (firm.Count == 0)
            return;

        if (_pieces.Count == 0)
        {
            _pieces.AddRange(firm);
            _source = source;
            _isLoadClosed = firm.All(piece => piece.Mass is not null);
            return;
        }

        if (_pieces.TrueForAll(piece => piece.Kind == EquipmentKind.Unknown) && firm.FirstOrDefault(piece => piece.Kind != EquipmentKind.Unknown) is { } named)
            _pieces[0] = _pieces[0] with { Kind = named.Kind, Evidence = [.. _pieces[0].Evidence, .. named.Evidence] };

        for (var i = 0; i < _pieces.Count; i++)
        {
            var kind = _pieces[i].Kind;
            _pieces[i] = _pieces[i] with { IsPartly = _pieces[i].IsPartly || firm.Any(piece => piece.Kind == kind && piece.IsPartly) };
        }

        for (var i = 0; i < _pieces.Count && !_isLoadClosed; i++)
        {
            var open = _pieces[i];
            if (open.Mass is null && firm.FirstOrDefault(piece => piece.Mass is not null && (piece.Kind == open.Kind || piece.Kind == EquipmentKind.Unknown)) is { } known)
                _pieces[i] = Filled(open, known);
        }

        _isLoadClosed = _pieces.TrueForAll(piece => piece.Mass is not null);
    }

    private void FillFromFreeLoads()
    {
        if (_isLoadClosed || _pieces is not [{ Mass: null } only] || _readings.SelectMany(reading => reading.Asked.Where(IsBareLoad).Append(reading.FreeLoad)).FirstOrDefault(load => load is not null) is not { Mass: not null } free)
            return;

        _pieces[0] = Filled(only, free);
    }

    private static ReadPiece Filled(ReadPiece open, ReadPiece known) =>
        open with { Mass = known.Mass, LoadText = known.LoadText, IsLoadAmbiguous = known.IsLoadAmbiguous, Evidence = [.. open.Evidence, .. known.Evidence] };

    private TagDecision? Suspected(Verdict verdict)
    {
        var asking = _readings.Where(reading => reading.Field != TagField.Gear).ToList();
        foreach (var reading in asking)
        {
            if (Unsilenced(reading.Asked) is not [var asked, ..])
                continue;

            // "Running with a vest again" in the title and "the weighted vest" in the description: each alone could be about something else.
            if (_readings.Where(other => other != reading).SelectMany(other => other.Asked).FirstOrDefault(piece => piece.Kind == asked.Kind && IsSpecific(piece) != IsSpecific(asked) && piece.Evidence.Count == 1) is { } second && asked.Evidence.Count == 1)
                return verdict.Weighted(SourceOf(reading.Field), [Filled(asked with { Evidence = [.. asked.Evidence, .. second.Evidence] }, second with { Evidence = [] })]);

            // "Vest run" in the title and "8 kg today" in the description are one statement.
            var hasRoom = asked is { Mass: null, Kind: EquipmentKind.Vest or EquipmentKind.Backpack or EquipmentKind.Unknown } && asked.Cue.StartsWith("soft", StringComparison.Ordinal) && asked.Evidence.Count == 1;
            if (hasRoom && _readings.Where(other => other != reading).SelectMany(other => other.Firm.Append(other.FreeLoad)).FirstOrDefault(piece => piece?.Mass is not null) is { } load)
                return verdict.Weighted(SourceOf(reading.Field), [Filled(asked, load)]);

            return verdict.Suspected(SourceOf(reading.Field), [asked]);
        }

        return null;
    }

    // "Weight 45 lb" on a line of its own.
    private static bool IsBareLoad(ReadPiece piece) => piece is { Kind: EquipmentKind.Unknown, Mass: not null };

    private static bool IsSpecific(ReadPiece piece) => piece.Cue.StartsWith("specific", StringComparison.Ordinal);

    private List<ReadPiece> Unsilenced(IEnumerable<ReadPiece> pieces) => [.. pieces.Where(piece => !input.Settings.IsSilenced(piece.Cue))];

    private static LoadSource SourceOf(TagField field) => field switch
    {
        TagField.Title => LoadSource.Title,
        TagField.Description => LoadSource.Description,
        TagField.PrivateNote => LoadSource.PrivateNote,
        _ => LoadSource.Gear,
    };
}
