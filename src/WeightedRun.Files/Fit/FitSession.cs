using System.Globalization;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>The values of one session message (global number 18), in the product's units.</summary>
internal sealed record FitSession
{
    // Fields that the published profile of the session message explains; what is not here is kept as unknown.
    private static readonly bool[] IsKnown = KnownFields();

    public uint? Start { get; init; }

    public uint? End { get; init; }

    public int? Sport { get; init; }

    public int? SubSport { get; init; }

    public TimeSpan? ElapsedTime { get; init; }

    public TimeSpan? TimerTime { get; init; }

    public TimeSpan? MovingTime { get; init; }

    public Distance? Distance { get; init; }

    public Distance? ElevationGain { get; init; }

    public double? AverageHeartRateBpm { get; init; }

    public double? MaxHeartRateBpm { get; init; }

    public double? AverageSpeedMps { get; init; }

    /// <summary>As the device counts: strides (one foot) on foot, revolutions on a bicycle.</summary>
    public double? AverageCadence { get; init; }

    public double? TemperatureCelsius { get; init; }

    public Mass? CarriedMass { get; init; }

    public IReadOnlyList<UnknownField> UnknownFields { get; init; } = [];

    public static FitSession From(in FitMessage message, uint? time, Mass? carriedMass) => new()
    {
        Start = message.Unsigned(2),
        End = time,
        Sport = (int?)message.Unsigned(5),
        SubSport = (int?)message.Unsigned(6),
        ElapsedTime = Milliseconds(message.Positive(7)),
        TimerTime = Milliseconds(message.Positive(8)),
        MovingTime = Milliseconds(message.Positive(59)),
        Distance = message.Positive(9) is { } centimeters ? Analysis.Units.Distance.FromMeters(centimeters / 100) : null,
        ElevationGain = message.Number(22) is { } meters ? Analysis.Units.Distance.FromMeters(meters) : null,
        AverageHeartRateBpm = message.Positive(16),
        MaxHeartRateBpm = message.Positive(17),
        AverageSpeedMps = (message.Positive(124) ?? message.Positive(14)) / 1000,
        AverageCadence = message.Positive(18) is { } cadence ? cadence + ((message.Number(92) ?? 0) / 128) : null,
        TemperatureCelsius = message.Number(57),
        CarriedMass = carriedMass,
        UnknownFields = UnknownFieldsOf(message),
    };

    private static TimeSpan? Milliseconds(double? value) => value is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private static List<UnknownField> UnknownFieldsOf(in FitMessage message)
    {
        var unknown = new List<UnknownField>();
        foreach (var field in message.Definition.Fields)
        {
            if (IsKnown[field.Number] || FitMessage.NumberOf(message.BytesOf(field), field.Type, message.Definition.IsBigEndian) is null)
                continue;

            var raw = message.BytesOf(field).ToArray();
            if (message.Definition.IsBigEndian)
                Array.Reverse(raw);
            unknown.Add(new UnknownField(field.Number, field.BaseType, Convert.ToHexString(raw).ToLower(CultureInfo.InvariantCulture)));
        }

        return unknown;
    }

    private static bool[] KnownFields()
    {
        // What is missing between these ranges has no published name; 81, 138, 151, 178, 184, 188, 202 and 205-207 do occur in runs.
        ReadOnlySpan<(byte First, byte Last)> ranges =
        [
            (0, 11), (13, 39), (41, 71), (78, 80), (82, 108), (110, 134), (137, 137), (139, 150), (155, 156), (168, 170), (180, 183),
            (186, 187), (192, 200), (208, 211), (253, 254),
        ];
        var known = new bool[256];
        foreach (var (first, last) in ranges)
            known.AsSpan(first, last - first + 1).Fill(true);

        return known;
    }
}
