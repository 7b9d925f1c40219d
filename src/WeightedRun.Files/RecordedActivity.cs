using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files;

/// <summary>
/// One activity as a file tells it: nothing guessed, unknown is <see langword="null"/>, and a zero that means "not measured" is unknown.
/// No position is ever kept.
/// </summary>
public sealed record RecordedActivity
{
    /// <summary>The path as it was given, with <c>/member</c> behind it for what lies in a ZIP or folder.</summary>
    public required string File { get; init; }

    /// <summary>What kind of file it was.</summary>
    public required ActivitySource Source { get; init; }

    /// <summary>Which of the FIT files chained in one file, from 0.</summary>
    public int Segment { get; init; }

    /// <summary>Which session of the segment, from 0, counted before transitions and other sports are dropped.</summary>
    public int Session { get; init; }

    /// <summary>What was done.</summary>
    public required Sport Sport { get; init; }

    /// <summary>The source's own finer word, in snake_case, e.g. <c>trail</c> or <c>rucking</c>.</summary>
    public string? SubSport { get; init; }

    /// <summary>When it started, in UTC.</summary>
    public DateTime? StartUtc { get; init; }

    /// <summary>When it started by the runner's own clock, without a zone.</summary>
    public DateTime? StartLocal { get; init; }

    /// <summary>Time from start to end, pauses included.</summary>
    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>Time the watch was running.</summary>
    public TimeSpan? TimerTime { get; init; }

    /// <summary>Time in motion.</summary>
    public TimeSpan? MovingTime { get; init; }

    /// <summary>How far.</summary>
    public Distance? Distance { get; init; }

    /// <summary>Metres climbed in total.</summary>
    public Distance? ElevationGain { get; init; }

    /// <summary>Mean heart rate in beats per minute.</summary>
    public double? AverageHeartRateBpm { get; init; }

    /// <summary>Highest heart rate in beats per minute.</summary>
    public double? MaxHeartRateBpm { get; init; }

    /// <summary>Mean speed in metres per second, as the source says or as distance over timer time.</summary>
    public double? AverageSpeedMps { get; init; }

    /// <summary>Mean cadence in steps per minute, both feet.</summary>
    public double? AverageCadenceSpm { get; init; }

    /// <summary>Mean temperature in degrees Celsius, as the device says.</summary>
    public double? TemperatureCelsius { get; init; }

    /// <summary>How many track points or records belong to it.</summary>
    public int Records { get; init; }

    /// <summary>How many laps belong to it.</summary>
    public int Laps { get; init; }

    /// <summary>Title. Hostile text.</summary>
    public string? Title { get; init; }

    /// <summary>Description. Hostile text.</summary>
    public string? Description { get; init; }

    /// <summary>Private note. Hostile text.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>Name of the gear, normally the shoes. Hostile text.</summary>
    public string? Gear { get; init; }

    /// <summary>Marked as a commute.</summary>
    public bool IsCommute { get; init; }

    /// <summary>Typed in by hand rather than recorded.</summary>
    public bool IsManual { get; init; }

    /// <summary>The runner's label of the run.</summary>
    public WorkoutType WorkoutType { get; init; }

    /// <summary>What recorded it, e.g. <c>garmin fenix5xPlus</c>.</summary>
    public string? Device { get; init; }

    /// <summary>The runner's body mass as the device knows it.</summary>
    public Mass? BodyMass { get; init; }

    /// <summary>The pack mass entered on the device.</summary>
    public Mass? CarriedMass { get; init; }

    /// <summary>
    /// Names under which other systems know it: <c>strava:ID</c>, <c>strava-upload:ID</c>, <c>garmin:ID</c>,
    /// <c>fit:MANUFACTURER-PRODUCT-SERIAL-TIME_CREATED</c>.
    /// </summary>
    public IReadOnlyList<string> ExternalIds { get; init; } = [];

    /// <summary>What was odd about the file, as <c>code: sentence</c>; the values are still good as far as they go.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Session fields that no published profile explains, kept because pack mass is thought to hide among them.</summary>
    public IReadOnlyList<UnknownField> UnknownFields { get; init; } = [];
}

/// <summary>A FIT session field of unknown meaning.</summary>
/// <param name="Number">Field number in the session message.</param>
/// <param name="BaseType">FIT base type byte, e.g. 0x84 for uint16.</param>
/// <param name="Raw">The bytes in hexadecimal, little-endian whatever the file's byte order.</param>
public sealed record UnknownField(byte Number, byte BaseType, string Raw);
