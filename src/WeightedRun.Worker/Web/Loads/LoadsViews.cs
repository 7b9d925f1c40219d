using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Web.Frame;
using WeightedRun.Worker.Web.Runs;

namespace WeightedRun.Worker.Web.Loads;

/// <summary>Fills the form: from the database, or again from a form that had faults.</summary>
internal static class LoadsViews
{
    private const int EmptyRows = 1;

    public static LoadsView Of(RunnerLoadSettings settings, IReadOnlyList<string> seen, Visitor visitor)
    {
        var units = visitor.DigestUnits;
        return new LoadsView
        {
            Unit = units.IsImperial ? "lb" : "kg",
            Defaults = [.. RunWords.Kinds.Select(kind => DefaultOf(kind, settings.DefaultLoads.TryGetValue(kind, out var mass) ? RunWords.Number(mass, units) : ""))],
            Gear =
            [
                .. settings.GearLoads.OrderBy(gear => gear.Key, StringComparer.Ordinal).Select(gear => new GearView(gear.Key, StoredName.Of(gear.Value.Kind), RunWords.Number(gear.Value.Mass, units))),
                .. seen.Where(name => !settings.GearLoads.ContainsKey(name)).Select(name => new GearView(name, "", "")),
                .. Enumerable.Repeat(new GearView("", "", ""), EmptyRows),
            ],
            Bag = settings.UsualBag switch { null => "ask", { Counts: true } => "counts", _ => "bag" },
            BagMass = RunWords.Number(settings.UsualBag?.Mass, units),
            Silenced = SilencedBy(settings),
        };
    }

    /// <summary>As it was typed, so that only what is wrong is typed again.</summary>
    public static LoadsView Of(IFormCollection form, IReadOnlyDictionary<string, string> faults, RunnerLoadSettings settings, Visitor visitor) => new()
    {
        Unit = visitor.DigestUnits.IsImperial ? "lb" : "kg",
        Defaults = [.. RunWords.Kinds.Select(kind => DefaultOf(kind, form.Text($"load_{StoredName.Of(kind)}") ?? ""))],
        Gear = [.. Enumerable.Range(0, form["gear"].Count).Select(i => new GearView(LoadsForm.Nth(form, "gear", i), LoadsForm.Nth(form, "gear_kind", i), LoadsForm.Nth(form, "gear_mass", i)))],
        Bag = form.Text("bag") ?? "ask",
        BagMass = form.Text("bag_mass") ?? "",
        Silenced = SilencedBy(settings),
        Faults = faults,
    };

    private static DefaultLoadView DefaultOf(EquipmentKind kind, string mass) => new(StoredName.Of(kind), RunWords.English.Equipment(kind), mass);

    private static IReadOnlyList<SilencedView> SilencedBy(RunnerLoadSettings settings) =>
        [.. settings.Refusals.Keys.Where(settings.IsSilenced).Order(StringComparer.Ordinal).Select(cue => new SilencedView(cue, cue[(cue.IndexOf(':', StringComparison.Ordinal) + 1)..]))];
}
