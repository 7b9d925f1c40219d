using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>The values of one session message (global number 18), in the product's units.</summary>
internal sealed record FitSession
{
    // Only a damaged file says more than 31 years, and a TimeSpan cannot hold every number that it may say.
    private const double MostMilliseconds = 1e12;

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
        UnknownFields = FitUnknownFields.Of(message),
    };

    private static TimeSpan? Milliseconds(double? value) => value is { } milliseconds ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, MostMilliseconds)) : null;
}
