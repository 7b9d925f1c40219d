using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads;

/// <summary>What a runner has told about their equipment, once and for all. Everything is optional.</summary>
public sealed record RunnerLoadSettings
{
    /// <summary>How many "no" answers silence a cue.</summary>
    public const int RefusalsToSilence = 2;

    /// <summary>A runner who has told nothing.</summary>
    public static RunnerLoadSettings None { get; } = new();

    /// <summary>Whether bare numbers are offered back as pounds rather than kilograms.</summary>
    public bool UsesPounds { get; init; }

    /// <summary>What each piece of equipment weighs when the text does not say.</summary>
    public IReadOnlyDictionary<EquipmentKind, Mass> DefaultLoads { get; init; } = new Dictionary<EquipmentKind, Mass>();

    /// <summary>Gear that stands for a load, by its name.</summary>
    public IReadOnlyDictionary<string, CarriedPiece> GearLoads { get; init; } = new Dictionary<string, CarriedPiece>();

    /// <summary>The bag of the way to work, once asked about.</summary>
    public UsualBag? UsualBag { get; init; }

    /// <summary>How often the runner said no to a cue.</summary>
    public IReadOnlyDictionary<string, int> Refusals { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether the runner has said no to a cue often enough to be left in peace.</summary>
    public bool IsSilenced(string cue) => Refusals.TryGetValue(cue, out var refusals) && refusals >= RefusalsToSilence;
}

/// <summary>The bag of the way to work: whether it counts as weight, and about how heavy it is.</summary>
public sealed record UsualBag(bool Counts, Mass? Mass);
