namespace WeightedRun.Worker.Web.Loads;

/// <summary>What the runner's equipment weighs, as the form shows it; faults by field.</summary>
public sealed record LoadsView
{
    public required string Unit { get; init; }

    public required IReadOnlyList<DefaultLoadView> Defaults { get; init; }

    public required IReadOnlyList<GearView> Gear { get; init; }

    /// <summary><c>ask</c>, <c>counts</c> or <c>bag</c>.</summary>
    public required string Bag { get; init; }

    public required string BagMass { get; init; }

    public required IReadOnlyList<SilencedView> Silenced { get; init; }

    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    public string? Done { get; init; }
}

/// <summary>A kind of equipment and what it weighs when a title does not say.</summary>
public sealed record DefaultLoadView(string Kind, string Words, string Mass);

/// <summary>Gear by its name, as the runner enters it or as it was seen on a run; kind empty: it stands for nothing.</summary>
public sealed record GearView(string Name, string Kind, string Mass);

/// <summary>A word that was answered with no twice.</summary>
public sealed record SilencedView(string Cue, string Word);
