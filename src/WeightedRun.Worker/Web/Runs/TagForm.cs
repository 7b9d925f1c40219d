using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Web.Account;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Runs;

/// <summary>The runner's word about a run's weight, as a form has it.</summary>
internal static class TagForm
{
    private const double HeaviestKg = 100;

    /// <summary>The answer, or what is wrong with it. A mass may be left open: the run then counts, and its load is unknown.</summary>
    public static (RunnerAnswer? Answer, string? Fault) Read(IFormCollection form, bool isImperial)
    {
        if (form["outcome"] == "not_weighted")
            return (RunnerAnswer.No, null);

        if (form["outcome"] != "weighted" || form.Text("kind") is not { } word || !RunWords.Kinds.Append(EquipmentKind.Unknown).Any(kind => StoredName.Of(kind) == word))
            return (null, "Say with what, or that there was no weight.");

        var kind = StoredName.Parse<EquipmentKind>(word);
        if (form.Text("mass") is not { } text)
            return (new RunnerAnswer(true, [new CarriedPiece(kind, null)]), null);

        // The form has its own unit; who writes another behind the number means that.
        var isPounds = text.Contains("lb", StringComparison.OrdinalIgnoreCase) || (!text.Contains("kg", StringComparison.OrdinalIgnoreCase) && (form.Text("unit") is { } unit ? unit == "lb" : isImperial));
        Mass? mass = SettingsForm.Parse(text) is { } value and > 0 ? (isPounds ? Mass.FromPounds(value) : Mass.FromKilograms(value)) : null;
        return mass is { Kilograms: <= HeaviestKg }
            ? (new RunnerAnswer(true, [new CarriedPiece(kind, mass)]), null)
            : (null, $"\"{text}\" is no load: write a number up to {(isPounds ? "220 lb" : "100 kg")}, such as {(isPounds ? "18" : "8")}, or leave it empty.");
    }
}
