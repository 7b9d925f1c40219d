using System.Globalization;
using System.Text.Json;

namespace WeightedRun.Analysis.Rules;

/// <summary>A limit that a runner may make tighter, which for all of these means lower.</summary>
internal sealed record Bound(string Key, double Least, bool IsWhole, Func<Thresholds, double[]> Read, Func<Thresholds, double[], Thresholds> Write)
{
    public static Bound Whole(string key, int least, Func<Thresholds, int> read, Func<Thresholds, int, Thresholds> write) =>
        new(key, least, true, limits => [read(limits)], (limits, values) => write(limits, (int)values[0]));

    public static Bound One(string key, Func<Thresholds, double> read, Func<Thresholds, double, Thresholds> write) =>
        new(key, 0, false, limits => [read(limits)], (limits, values) => write(limits, values[0]));

    public static Bound Two(string key, Func<Thresholds, (double, double)> read, Func<Thresholds, (double, double), Thresholds> write) =>
        new(key, 0, false, limits => [read(limits).Item1, read(limits).Item2], (limits, values) => write(limits, (values[0], values[1])));

    public static Bound Three(string key, Func<Thresholds, Bands> read, Func<Thresholds, Bands, Thresholds> write) =>
        new(key, 0, false, limits => [read(limits).First, read(limits).Second, read(limits).Third], (limits, values) => write(limits, new Bands(values[0], values[1], values[2])));

    /// <exception cref="FormatException">The value is not of this limit's kind, or loosens it.</exception>
    public Thresholds Tighten(Thresholds thresholds, JsonElement value)
    {
        var limits = Read(Thresholds.Default);
        var values = NumbersIn(value);
        if (values is null || values.Length != limits.Length || Array.Exists(values, number => number < Least || (IsWhole && number != Math.Floor(number))))
            throw new FormatException($"{Key}: {value.GetRawText()} is not what is expected: {Shape(limits.Length)} of at least {Least.ToString(CultureInfo.InvariantCulture)}, such as {Text(limits)}.");

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > limits[i])
                throw new FormatException($"{Key}: {Text(values)} would loosen a safety bound, which is {Text(limits)}. It may only be lowered.");

            if (i > 0 && values[i] < values[i - 1])
                throw new FormatException($"{Key}: {Text(values)} is not in order. Each number must be at least the one before it.");
        }

        return Write(thresholds, values);
    }

    private static double[]? NumbersIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetDouble()],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) => [.. value.EnumerateArray().Select(item => item.GetDouble())],
        _ => null,
    };

    private string Shape(int length) => length == 1 ? IsWhole ? "a whole number" : "a number" : $"a list of {length} numbers";

    private static string Text(double[] values) =>
        values.Length == 1 ? values[0].ToString(CultureInfo.InvariantCulture) : $"[{string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]";
}
