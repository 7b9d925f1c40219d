using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>
/// One run as the rules count it: an activity, or several of the same date and equipment with less than half an hour between them
/// (a watch that was restarted). Sums where every part is known, means weighted by moving time of the parts that are.
/// </summary>
public sealed class Session
{
    // Loop approximation of Minetti's cost of running on a slope (J Appl Physiol 2002): half up, half down, the symmetric terms.
    private const double SlopeSquared = 46.3;
    private const double SlopeFourth = 30.4;
    private const double LevelCost = 3.6;

    // Riegel 1981: pace grows with distance to the power of 0.06.
    private const double Fatigue = 0.06;

    private readonly Activity[]? _parts;
    private readonly EquipmentKinds _kinds;

    internal Session(Activity whole, Activity[]? parts = null)
    {
        Whole = whole;
        _parts = parts;
        Day = DateOnly.FromDateTime(whole.StartLocal).DayNumber;
        _kinds = EquipmentKinds.Of(whole.Load);
        IsSuspected = whole.Load is { IsSuspected: true };
        IsIndoor = whole.Surface is Surface.Treadmill or Surface.Virtual || whole.Sport is Sport.TreadmillRun or Sport.VirtualRun;
        Slope = whole is { ElevationGain: { } gain, Distance: { Meters: > 0 } length } ? 2 * gain.Meters / length.Meters : 0;
        TorsoLoad = HasTorsoPiece ? EquipmentKinds.Torso.MassIn(whole.Load!) : null;
        IsClean = IsCleanRun(whole);
        if (whole is not { Distance: { Meters: > 0 } distance, MovingTime: { Ticks: > 0 } time })
            return;

        FlatSecondsPerKilometer = Pace.Of(distance, time).SecondsPerKilometer / Effort(Slope);
        if (IsClean)
            ScaledPace = FlatSecondsPerKilometer * Math.Pow(distance.Kilometers, -Fatigue);
    }

    /// <summary>The first part's id.</summary>
    public ActivityId Id => Whole.Id;

    /// <summary>All parts, in order of time.</summary>
    public IReadOnlyList<Activity> Parts => _parts ?? [Whole];

    /// <summary>When the first part started.</summary>
    public DateTime StartLocal => Whole.StartLocal;

    /// <summary>The date by the runner's clock: midnight never moves a run to the next day.</summary>
    public DateOnly Date => DateOnly.FromDayNumber(Day);

    /// <summary>How far; null when a part's distance is unknown.</summary>
    public Distance? Distance => Whole.Distance;

    /// <summary>Time in motion; null when a part's is unknown.</summary>
    public TimeSpan? MovingTime => Whole.MovingTime;

    /// <summary>Pace as if on level ground; null without distance or time. A run whose climb is unknown counts as level.</summary>
    public Pace? FlatPace => double.IsNaN(FlatSecondsPerKilometer) ? null : Pace.FromSecondsPerKilometer(FlatSecondsPerKilometer);

    /// <summary>What was carried, per kind the largest known mass; empty when not tagged.</summary>
    public IReadOnlyList<CarriedPiece> Pieces => Whole.Load?.Pieces ?? [];

    /// <summary>Asked about, not tagged.</summary>
    public bool IsSuspected { get; }

    /// <summary>Tagged with something, whether it is counted as weight or not.</summary>
    public bool IsTagged => !IsSuspected && _kinds.Any;

    /// <summary>The mass on the trunk; null when there is none or a piece's mass is unknown.</summary>
    public Mass? TorsoLoad { get; }

    /// <summary>All that is carried, trunk and limbs; null when a piece's mass is unknown.</summary>
    public Mass? CarriedLoad => Whole.Load is { } load ? EquipmentKinds.Carried.MassIn(load) : null;

    /// <summary>Whether anything is carried on the trunk.</summary>
    public bool HasTorsoPiece => !IsSuspected && _kinds.Overlaps(EquipmentKinds.Torso);

    /// <summary>Indoors: a treadmill, with or without a virtual world. Unknown is outdoors.</summary>
    public bool IsIndoor { get; }

    /// <summary>
    /// Fit for a baseline: no equipment of any kind and none suspected, recorded, neither race nor intervals, 2 km or more,
    /// in motion for 70 % of the time or more, at 1.5 to 6.5 m/s.
    /// </summary>
    public bool IsClean { get; }

    /// <summary>Race or intervals by the runner's own label.</summary>
    public bool IsQuality => Whole.WorkoutType is WorkoutType.Race or WorkoutType.Workout;

    /// <summary>Climb twice per distance, as if half of the way went up; 0 when the climb is unknown.</summary>
    internal double Slope { get; }

    /// <summary>Beyond a slope of 10 % a pace says nothing of effort.</summary>
    internal bool IsTooHilly => Tolerance.Exceeds(Slope, 0.10);

    internal Activity Whole { get; }

    internal int Day { get; }

    internal double FlatSecondsPerKilometer { get; } = double.NaN;

    /// <summary>Flat pace freed of distance: times a distance in kilometres to the power of 0.06 it is the pace that this run stands for over that distance.</summary>
    internal double ScaledPace { get; } = double.NaN;

    internal static double ScaleOf(Distance distance) => Math.Pow(distance.Kilometers, Fatigue);

    /// <summary>
    /// Whether the session counts as a weighted one. The trunk counts from 2 % of body mass on, or when load or body mass is unknown;
    /// ankle and hand weights always; wrist weights from 3 % of a known body mass on.
    /// </summary>
    public bool IsCounted(Mass? body) =>
        Has(EquipmentKind.AnkleWeights) || Has(EquipmentKind.HandWeights) || HasCountedTorso(body) || HasCountedWrists(body);

    /// <summary>Whether a kind is among the tagged pieces.</summary>
    public bool Has(EquipmentKind kind) => !IsSuspected && _kinds.Overlaps(EquipmentKinds.Of(kind));

    /// <summary>The mass of a kind; null when it is not there or not known.</summary>
    public Mass? MassOf(EquipmentKind kind) => Has(kind) ? EquipmentKinds.Of(kind).MassIn(Whole.Load!) : null;

    private bool HasCountedTorso(Mass? body) =>
        HasTorsoPiece && (TorsoLoad is not { } load || body is not { } mass || Tolerance.Reaches(load.Of(mass).Percent, 2));

    private bool HasCountedWrists(Mass? body) =>
        body is { } mass && MassOf(EquipmentKind.WristWeights) is { } wrists && Tolerance.Reaches(wrists.Of(mass).Percent, 3);

    private static double Effort(double slope)
    {
        var square = slope * slope;
        return 1 + (((SlopeSquared * square) - (SlopeFourth * square * square)) / LevelCost);
    }

    private bool IsCleanRun(Activity run)
    {
        if (run is not { IsManual: false, Distance: { } distance, MovingTime: { } moving, ElapsedTime: { Ticks: > 0 } elapsed } || _kinds.Any || IsSuspected || IsQuality)
            return false;

        var speed = distance.Meters / moving.TotalSeconds;
        return Tolerance.Reaches(distance.Meters, 2000) && Tolerance.Reaches(moving / elapsed, 0.7)
            && Tolerance.Reaches(speed, 1.5) && !Tolerance.Exceeds(speed, 6.5);
    }
}
