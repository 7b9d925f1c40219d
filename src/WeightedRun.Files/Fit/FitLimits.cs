using System.Globalization;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>
/// What bodies, watches and the ground allow. A value beyond is a broken sensor's or a damaged file's: it is unknown, and a warning names
/// the field as <c>decode</c> calls it. The limits are wide, so that no record of the world lies outside.
/// </summary>
internal static class FitLimits
{
    public const double LeastHeartRateBpm = 25;
    public const double MostHeartRateBpm = 250;
    public const double MostCadence = 150; // strides or revolutions a minute
    public const double LeastCelsius = -60;
    public const double MostCelsius = 70;
    private const double LeastBodyKilograms = 20;
    private const double MostBodyKilograms = 300;
    private const double MostCarriedKilograms = 150;
    private const double MostDays = 30;
    private const double MostMeters = 2_000_000;
    private const double MostMetersClimbed = 35_000;
    private const double MostMetersClimbedPerSecond = 2;
    private const double AltitudeErrorMeters = 50;
    private const double MostMetersPerSecond = 100;
    private const double MostMetersPerSecondOnFoot = 12.5;

    public static FitSession Within(FitSession session, bool isOnFoot, List<string> warnings)
    {
        var fastest = isOnFoot ? MostMetersPerSecondOnFoot : MostMetersPerSecond;
        return WithoutImpossiblePace(session, fastest, warnings) with
        {
            Start = StartOf(session, warnings),
            AverageSpeedMps = Check(session.AverageSpeedMps, 0, fastest, "avg_speed_mps", warnings),
            ElevationGain = Check(session.ElevationGain, MostMetersClimbedIn(session.ElapsedTime), "elevation_gain_m", warnings),
            AverageHeartRateBpm = Check(session.AverageHeartRateBpm, LeastHeartRateBpm, MostHeartRateBpm, "avg_hr", warnings),
            MaxHeartRateBpm = Check(session.MaxHeartRateBpm, LeastHeartRateBpm, MostHeartRateBpm, "max_hr", warnings),
            AverageCadence = Check(session.AverageCadence, 0, MostCadence, "avg_cadence_spm", warnings),
            TemperatureCelsius = Check(session.TemperatureCelsius, LeastCelsius, MostCelsius, "temperature_c", warnings),
            CarriedMass = Check(session.CarriedMass, 0, MostCarriedKilograms, "carried_mass_kg", warnings),
        };
    }

    public static Mass? BodyMassOf(FitSegment segment, List<string> warnings) => Check(segment.BodyMass, LeastBodyKilograms, MostBodyKilograms, "body_mass_kg", warnings);

    private static double MostMetersClimbedIn(TimeSpan? elapsed) =>
        elapsed is { } time ? Math.Min(MostMetersClimbed, AltitudeErrorMeters + (MostMetersClimbedPerSecond * time.TotalSeconds)) : MostMetersClimbed;

    // Which of the two is wrong cannot be told.
    private static FitSession WithoutImpossiblePace(FitSession session, double fastest, List<string> warnings)
    {
        var bounded = session with
        {
            Distance = Check(session.Distance, MostMeters, "distance_m", warnings),
            ElapsedTime = Check(session.ElapsedTime, "elapsed_s", warnings),
            TimerTime = Check(session.TimerTime, "timer_s", warnings),
            MovingTime = Check(session.MovingTime, "moving_s", warnings),
        };
        var seconds = Math.Max(bounded.ElapsedTime?.TotalSeconds ?? 0, bounded.TimerTime?.TotalSeconds ?? 0);
        if (bounded.Distance is not { } distance || seconds <= 0 || distance.Meters / seconds <= fastest)
            return bounded;

        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"implausible: distance_m and elapsed_s, {distance.Meters:0} m in {seconds:0.###} s, are faster than {fastest} m/s; both are unknown"));
        return bounded with { Distance = null, ElapsedTime = null, TimerTime = null, MovingTime = null };
    }

    private static uint? StartOf(FitSession session, List<string> warnings)
    {
        if (session.Start is not { } start || !FitTime.IsAfterLastDate(start))
            return session.Start;

        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"implausible: start {FitTime.Clock(start):yyyy-MM-dd'T'HH:mm:ss'Z'} lies after 2099; it is unknown"));
        return null;
    }

    private static Distance? Check(Distance? value, double most, string field, List<string> warnings) =>
        Check(value?.Meters, 0, most, field, warnings) is null ? null : value;

    private static TimeSpan? Check(TimeSpan? value, string field, List<string> warnings) =>
        Check(value?.TotalSeconds, 0, MostDays * 24 * 60 * 60, field, warnings) is null ? null : value;

    private static Mass? Check(Mass? value, double least, double most, string field, List<string> warnings) =>
        Check(value?.Kilograms, least, most, field, warnings) is null ? null : value;

    private static double? Check(double? value, double least, double most, string field, List<string> warnings)
    {
        if (value is not { } number || (number >= least && number <= most))
            return value;

        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"implausible: {field} {number:0.##} is outside {least} to {most}; it is unknown"));
        return null;
    }
}
