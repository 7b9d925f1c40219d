using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Garmin's words and units for ours. What is zero there and means "not measured" is null here; positions are never looked at.</summary>
internal static class GarminPersonalMapping
{
    // Up to here every whole number has a double of its own.
    private const double MostExact = 9007199254740992;

    // The year 2200.
    private const double LastMoment = 7258118400000;

    // No recording stands still for so long: beyond it the elapsed time is in milliseconds.
    private const double MillisecondsFrom = 400;

    /// <summary>Null for an activity without a number or a start: it cannot be placed.</summary>
    public static GarminActivity? ToIncoming(GarminPersonalActivity activity)
    {
        GarminPersonalMeasures measures = activity.SummaryDto is { } summary ? summary : activity;
        var startAt = TimeOf(measures.StartTimeGmt) ?? MomentOf(measures.BeginTimestamp);
        if (IdOf(activity.ActivityId) is not { } id || (TimeOf(measures.StartTimeLocal) ?? startAt) is not { } startLocal)
            return null;

        var type = TextOf(activity.ActivityType?.TypeKey ?? activity.ActivityTypeDto?.TypeKey);
        var sport = GarminSports.Of(type);
        var isManual = (activity.ManualActivity ?? activity.MetadataDto?.ManualActivity) == true;
        var incoming = new IncomingActivity
        {
            Source = GarminPersonalOptions.Provider,
            ExternalId = id,
            StartAt = startAt is { } utc ? new DateTimeOffset(utc, TimeSpan.Zero) : null,
            StartLocal = startLocal,
            UtcOffset = OffsetOf(startAt, TimeOf(measures.StartTimeLocal)),
            TimeZone = TextOf(activity.TimeZoneId),
            Sport = sport,
            ProviderSport = type,
            Surface = GarminSports.SurfaceOf(sport, isManual),
            Distance = Measured(measures.Distance) is { } meters ? Distance.FromMeters(meters) : null,
            // On a run the timer is what Strava calls moving time; Garmin's own moving time stops at every traffic light.
            MovingTime = sport.IsRun() ? SecondsOf(measures.Duration) ?? SecondsOf(measures.MovingDuration) : SecondsOf(measures.MovingDuration) ?? SecondsOf(measures.Duration),
            ElapsedTime = ElapsedOf(measures) ?? SecondsOf(measures.Duration),
            TimerTime = SecondsOf(measures.Duration),
            ElevationGain = measures.ElevationGain is { } climbed && (climbed > 0 || (climbed == 0 && !isManual)) ? Distance.FromMeters(climbed) : null,
            AverageHeartRateBpm = Measured(measures.AverageHr),
            MaxHeartRateBpm = Measured(measures.MaxHr),
            AverageCadenceSpm = sport.IsOnFoot() ? Measured(measures.AverageRunningCadenceInStepsPerMinute ?? measures.AverageRunCadence) : null,
            TemperatureCelsius = measures.AverageTemperature,
            IsManual = isManual,
            WorkoutType = (activity.EventType?.TypeKey ?? activity.EventTypeDto?.TypeKey) == "race" ? WorkoutType.Race : WorkoutType.None,
            Title = TextOf(activity.ActivityName),
            Device = isManual ? null : TextOf(activity.Manufacturer) is { } maker ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(maker.ToLowerInvariant()) : "Garmin",
            CarriedMass = measures.BeginPackWeight is > 0 and < 1e6 and { } grams ? Mass.FromGrams(grams) : null,
            ExternalIds = [$"garmin:{id}"],
            Detail = new ActivityDetail(TextOf(activity.Description), null, null),
        };
        return new GarminActivity(incoming, activity.Parent == true || activity.IsMultiSportParent == true, IdOf(activity.ParentId ?? activity.MetadataDto?.ParentId));
    }

    private static TimeSpan? ElapsedOf(GarminPersonalMeasures measures) =>
        SecondsOf(measures.Duration) is { } timer && measures.ElapsedDuration > MillisecondsFrom * timer.TotalSeconds
            ? SecondsOf(measures.ElapsedDuration / 1000) : SecondsOf(measures.ElapsedDuration);

    private static string? IdOf(double? id) => id is > 0 and < MostExact and { } number ? number.ToString("F0", CultureInfo.InvariantCulture) : null;

    private static DateTime? TimeOf(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : null;

    private static DateTime? MomentOf(double? milliseconds) =>
        milliseconds is > 0 and < LastMoment and { } value ? DateTime.SpecifyKind(DateTime.UnixEpoch.AddMilliseconds(value), DateTimeKind.Unspecified) : null;

    private static TimeSpan? OffsetOf(DateTime? utc, DateTime? local) => local - utc is { } offset && offset.Duration() <= TimeSpan.FromHours(24) ? offset : null;

    private static double? Measured(double? value) => value is > 0 ? value : null;

    private static TimeSpan? SecondsOf(double? seconds) => seconds is > 0 and < 1e9 and { } known ? TimeSpan.FromSeconds(known) : null;

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
