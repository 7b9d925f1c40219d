using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Web.Account;
using WeightedRun.Worker.Web.Frame;
using WeightedRun.Worker.Web.Runs;

namespace WeightedRun.Worker.Web.Loads;

/// <summary>Reads what the runner says of his equipment. What cannot be read is a sentence beside its field, and nothing is stored.</summary>
internal sealed class LoadsForm(IFormCollection form, bool isImperial)
{
    private const double HeaviestKg = 100;
    private const int LongestName = 100;
    private const int MostGear = 50;

    private readonly Dictionary<string, string> _faults = [];

    /// <summary>By field; empty when all could be read.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>The settings after it: what was said of words stays, but for those that are listened to again.</summary>
    public Func<RunnerLoadSettings, RunnerLoadSettings> Read()
    {
        var (defaults, gear, bag) = (Defaults(), Gear(), Bag());
        var heard = form["hear"].ToHashSet();
        return before => before with
        {
            DefaultLoads = defaults,
            GearLoads = gear,
            UsualBag = bag,
            Refusals = before.Refusals.Where(cue => !heard.Contains(cue.Key)).ToDictionary(cue => cue.Key, cue => cue.Value),
        };
    }

    public static string Nth(IFormCollection form, string field, int index) => index < form[field].Count ? form[field][index]?.Trim() ?? "" : "";

    private Dictionary<EquipmentKind, Mass> Defaults()
    {
        var loads = new Dictionary<EquipmentKind, Mass>();
        foreach (var kind in RunWords.Kinds)
        {
            var field = $"load_{StoredName.Of(kind)}";
            if (MassOf(form.Text(field) ?? "", field) is { } mass)
                loads[kind] = mass;
        }

        return loads;
    }

    private Dictionary<string, CarriedPiece> Gear()
    {
        var gear = new Dictionary<string, CarriedPiece>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(form["gear"].Count, MostGear); i++)
        {
            var (name, kind) = (Nth(form, "gear", i), Nth(form, "gear_kind", i));
            var field = FormattableString.Invariant($"gear_{i}");
            if (name.Length > 0 && RunWords.Kinds.Any(known => StoredName.Of(known) == kind))
                gear[name.Length > LongestName ? name[..LongestName] : name] = new CarriedPiece(StoredName.Parse<EquipmentKind>(kind), MassOf(Nth(form, "gear_mass", i), field));
            else if (Nth(form, "gear_mass", i).Length > 0)
                _faults[field] = name.Length == 0 ? "Write the gear's name as it stands at the provider." : "Say what it is, or leave its weight empty.";
        }

        return gear;
    }

    private UsualBag? Bag() => form.Text("bag") switch
    {
        "counts" => new UsualBag(true, MassOf(form.Text("bag_mass") ?? "", "bag_mass")),
        "bag" => new UsualBag(false, null),
        _ => null,
    };

    private Mass? MassOf(string text, string field)
    {
        if (text.Length == 0)
            return null;

        // Who writes another unit behind the number means that.
        var isPounds = text.Contains("lb", StringComparison.OrdinalIgnoreCase) || (isImperial && !text.Contains("kg", StringComparison.OrdinalIgnoreCase));
        Mass? mass = SettingsForm.Parse(text) is { } value and > 0 ? (isPounds ? Mass.FromPounds(value) : Mass.FromKilograms(value)) : null;
        if (mass is { Kilograms: <= HeaviestKg })
            return mass;

        _faults[field] = $"Write a number up to {(isPounds ? "220 lb" : "100 kg")}, or leave it empty.";
        return null;
    }
}
