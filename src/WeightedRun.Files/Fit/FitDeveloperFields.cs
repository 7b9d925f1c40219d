using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>
/// The fields that apps on the watch have described so far. Only one matters here: a carried mass.
/// </summary>
internal sealed class FitDeveloperFields
{
    // Stryd writes a field "Weight" that is the body: a name must say that something is carried.
    private static readonly string[] CarriedWords = ["pack", "ruck", "vest", "load", "extra weight", "carried"];

    private readonly Dictionary<(byte Developer, byte Number), Description> _carried = [];

    /// <summary>Remembers a field_description message (global number 206) when it describes a carried mass.</summary>
    public void Describe(in FitMessage message)
    {
        if (message.Unsigned(0) is not { } developer || message.Unsigned(1) is not { } number || message.Unsigned(2) is not { } type)
            return;

        var unit = message.Text(8)?.ToUpperInvariant() switch
        {
            "KG" or "KGS" => 1.0,
            "G" => 0.001,
            "LB" or "LBS" => Mass.KilogramsPerPound,
            _ => (double?)null,
        };
        var name = message.Text(3);
        if (unit is { } kilograms && name is not null && CarriedWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            _carried[((byte)developer, (byte)number)] = new Description((FitType)(type & 0x1F), kilograms);
    }

    /// <summary>The mass that a message carries in a described field, if any.</summary>
    public Mass? CarriedMassIn(in FitMessage message)
    {
        if (_carried.Count == 0)
            return null;

        foreach (var field in message.Definition.DeveloperFields)
        {
            if (_carried.TryGetValue((field.DeveloperIndex, field.Number), out var description)
                && FitMessage.NumberOf(message.BytesOf(field), description.Type, message.Definition.IsBigEndian) is { } value and > 0)
            {
                return Mass.FromKilograms(value * description.Kilograms);
            }
        }

        return null;
    }

    private readonly record struct Description(FitType Type, double Kilograms);
}
