using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>A set of kinds: what one activity carried, pushed or dragged decides whether two activities are one session.</summary>
internal readonly record struct EquipmentKinds(int Bits)
{
    /// <summary>All that the trunk carries.</summary>
    public static EquipmentKinds Torso { get; } = Where(kind => kind.IsOnTorso());

    /// <summary>All that is carried rather than pushed or dragged.</summary>
    public static EquipmentKinds Carried { get; } = Where(kind => !kind.IsPushedOrDragged());

    public bool Any => Bits != 0;

    public static EquipmentKinds Of(EquipmentKind kind) => new(1 << (int)kind);

    public static EquipmentKinds Of(CarriedLoad? load)
    {
        var bits = 0;
        if (load is not null)
        {
            for (var i = 0; i < load.Pieces.Count; i++)
                bits |= Of(load.Pieces[i].Kind).Bits;
        }

        return new EquipmentKinds(bits);
    }

    public bool Overlaps(EquipmentKinds other) => (Bits & other.Bits) != 0;

    /// <summary>The mass of the pieces of these kinds; null when there is none, or one of them is not known.</summary>
    public Mass? MassIn(CarriedLoad load)
    {
        Mass? total = null;
        for (var i = 0; i < load.Pieces.Count; i++)
        {
            var piece = load.Pieces[i];
            if (!Overlaps(Of(piece.Kind)))
                continue;

            if (piece.Mass is not { } mass)
                return null;

            total = (total ?? default) + mass;
        }

        return total;
    }

    private static EquipmentKinds Where(Func<EquipmentKind, bool> isChosen) =>
        new(Enum.GetValues<EquipmentKind>().Where(isChosen).Aggregate(0, (bits, kind) => bits | Of(kind).Bits));
}
