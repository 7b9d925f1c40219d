using System.Text.Json;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>A runner's load settings as the table holds them; all null for a runner who has told nothing.</summary>
internal sealed record LoadSettingsRow
{
    public required string Units { get; init; }

    public string? DefaultLoads { get; init; }

    public string? GearLoads { get; init; }

    public bool? UsualBagCounts { get; init; }

    public double? UsualBagKg { get; init; }

    public string? Refusals { get; init; }

    public static LoadSettingsRow Of(RunnerLoadSettings settings) => new()
    {
        Units = settings.UsesPounds ? "imperial" : "metric",
        DefaultLoads = JsonSerializer.Serialize(settings.DefaultLoads.ToDictionary(load => StoredName.Of(load.Key), load => load.Value.Kilograms)),
        GearLoads = JsonSerializer.Serialize(settings.GearLoads.ToDictionary(gear => gear.Key, gear => new { kind = StoredName.Of(gear.Value.Kind), kg = gear.Value.Mass?.Kilograms })),
        UsualBagCounts = settings.UsualBag?.Counts,
        UsualBagKg = settings.UsualBag?.Mass?.Kilograms,
        Refusals = JsonSerializer.Serialize(settings.Refusals),
    };

    public RunnerLoadSettings ToSettings() => new()
    {
        UsesPounds = Units == "imperial",
        DefaultLoads = Entries(DefaultLoads).ToDictionary(load => StoredName.Parse<EquipmentKind>(load.Name), load => Mass.FromKilograms(load.Value.GetDouble())),
        GearLoads = Entries(GearLoads).ToDictionary(gear => gear.Name, gear => StoredPieces.Read(gear.Value)),
        UsualBag = UsualBagCounts is { } counts ? new UsualBag(counts, UsualBagKg is { } kilograms ? Mass.FromKilograms(kilograms) : null) : null,
        Refusals = Entries(Refusals).ToDictionary(cue => cue.Name, cue => cue.Value.GetInt32()),
    };

    private static IEnumerable<JsonProperty> Entries(string? json)
    {
        using var entries = JsonDocument.Parse(json ?? "{}");
        return [.. entries.RootElement.Clone().EnumerateObject()];
    }
}
