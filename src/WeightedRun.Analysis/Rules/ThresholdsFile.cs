using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// A runner's own limits: a JSON object with any of <see cref="Keys"/>, each a number or a list of as many numbers as the limit has.
/// They may only be tighter than the built-in ones.
/// </summary>
public static class ThresholdsFile
{
    private static readonly Bound[] Bounds =
    [
        Bound.Whole("max_sessions_per_week", 1, limits => limits.MaxSessionsPerWeek, (limits, value) => limits with { MaxSessionsPerWeek = value }),
        Bound.Whole("recommended_days", 1, limits => limits.RecommendedDays, (limits, value) => limits with { RecommendedDays = value }),
        Bound.Whole("older_runner_age", 18, limits => limits.OlderRunnerAge, (limits, value) => limits with { OlderRunnerAge = value }),
        Bound.Whole("ironman_max_weeks", 0, limits => limits.IronmanMaxWeeks, (limits, value) => limits with { IronmanMaxWeeks = value }),
        Bound.Three("bw_bands", limits => limits.BodyPercent, (limits, bands) => limits with { BodyPercent = bands }),
        Bound.Three("ramp", limits => limits.RampPercent, (limits, bands) => limits with { RampPercent = bands }),
        Bound.Three("ramp_kg", limits => limits.RampKilograms, (limits, bands) => limits with { RampKilograms = bands }),
        Bound.One("step_min_kg", limits => limits.StepKilograms, (limits, value) => limits with { StepKilograms = value }),
        Bound.One("step_rel", limits => limits.StepShare, (limits, value) => limits with { StepShare = value }),
        Bound.One("step_bw", limits => limits.StepBodyShare, (limits, value) => limits with { StepBodyShare = value }),
        Bound.Three("vol_ratio", limits => limits.VolumeRatio, (limits, bands) => limits with { VolumeRatio = bands }),
        Bound.Two("vol_abs", limits => (limits.VolumeKilogramKilometers.Second, limits.VolumeKilogramKilometers.Third), (limits, pair) => limits with { VolumeKilogramKilometers = new Bands(0, pair.Item1, pair.Item2) }),
        Bound.Three("spike", limits => limits.SpikePercent, (limits, bands) => limits with { SpikePercent = bands }),
        Bound.Two("hr", limits => (limits.HeartRatePercent.First / 100, limits.HeartRatePercent.Second / 100), (limits, pair) => limits with { HeartRatePercent = new Bands(100 * pair.Item1, 100 * pair.Item2, 100 * pair.Item2) }),
        Bound.Three("break", limits => limits.BreakDays, (limits, bands) => limits with { BreakDays = bands }),
    ];

    /// <summary>What may be set.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Bounds.Select(bound => bound.Key)];

    /// <summary>The built-in limits with a runner's own tighter ones.</summary>
    /// <exception cref="FormatException">The text is no JSON object, names a limit that cannot be set, or loosens one; the message names key, value and bound.</exception>
    public static Thresholds Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException("Limits are one JSON object in braces, such as {\"max_sessions_per_week\": 2}.");

            var thresholds = Thresholds.Default;
            foreach (var property in document.RootElement.EnumerateObject())
            {
                var bound = Array.Find(Bounds, bound => bound.Key == property.Name)
                    ?? throw new FormatException($"\"{property.Name}\" is no limit that can be set. These can be made tighter: {string.Join(", ", Keys)}.");
                thresholds = bound.Tighten(thresholds, property.Value);
            }

            return thresholds == Thresholds.Default ? thresholds : thresholds with { Version = $"{thresholds.Version}+{FingerprintOf(thresholds)}" };
        }
        catch (JsonException broken)
        {
            throw new FormatException($"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: this is no JSON. Write it like {{\"max_sessions_per_week\": 2}}.");
        }
    }

    private static string FingerprintOf(Thresholds thresholds)
    {
        var numbers = string.Join(';', Bounds.Select(bound => $"{bound.Key}={string.Join(',', bound.Read(thresholds).Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(numbers)).AsSpan(0, 4));
    }
}
