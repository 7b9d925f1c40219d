using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>
/// An activity in one line: the title, then <c> | </c> and what else is known: <c>d:</c> description, <c>n:</c> private note, <c>g:</c> gear, <c>pack:</c> the device's
/// kilograms, <c>body:</c> the runner's, <c>sport:</c>, <c>commute</c>, <c>workout</c>, <c>pounds</c>, <c>usual:KIND=KG</c> by equipment, <c>gear:NAME=KG</c> a vest by its name,
/// <c>bag:KG</c> or <c>bag:no</c>, <c>refused:CUE</c>. A line end is written ⏎.
/// </summary>
internal static class CornerCase
{
    public static TaggerInput Read(string line)
    {
        var parts = line.Replace('⏎', '\n').Split(" | ");
        var input = new TaggerInput { Sport = Sport.Run, Title = parts[0] };
        foreach (var part in parts.Skip(1))
        {
            var (key, value) = part.Split(':', 2) is [var name, var said] ? (name, said.Trim()) : (part, "");
            input = key switch
            {
                "d" => input with { Description = value },
                "n" => input with { PrivateNote = value },
                "g" => input with { Gear = value },
                "pack" => input with { DevicePackMass = Kilograms(value) },
                "body" => input with { BodyMass = Kilograms(value) },
                "sport" => input with { Sport = Enum.Parse<Sport>(value) },
                "workout" => input with { Sport = Sport.Other, MayContainRuns = true },
                "commute" => input with { IsCommute = true },
                _ => input with { Settings = With(input.Settings, key, value) },
            };
        }

        return input;
    }

    private static RunnerLoadSettings With(RunnerLoadSettings settings, string key, string value) => (key, value.Split('=')) switch
    {
        ("pounds", _) => settings with { UsesPounds = true },
        ("usual", [var kind, var mass]) => settings with { DefaultLoads = new Dictionary<EquipmentKind, Mass>(settings.DefaultLoads) { [Enum.Parse<EquipmentKind>(kind)] = Kilograms(mass) } },
        ("gear", [var name, var mass]) => settings with { GearLoads = new Dictionary<string, CarriedPiece> { [name] = new(EquipmentKind.Vest, Kilograms(mass)) } },
        ("bag", ["no"]) => settings with { UsualBag = new UsualBag(false, null) },
        ("bag", [var mass]) => settings with { UsualBag = new UsualBag(true, Kilograms(mass)) },
        ("refused", [var cue]) => settings with { Refusals = new Dictionary<string, int> { [cue] = RunnerLoadSettings.RefusalsToSilence } },
        _ => throw new FormatException($"A corner case knows no \"{key}:{value}\"."),
    };

    private static Mass Kilograms(string text) => Mass.FromKilograms(double.Parse(text, CultureInfo.InvariantCulture));
}
