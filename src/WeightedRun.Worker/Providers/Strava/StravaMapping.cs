using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Strava's words and units for ours. What is zero there and means "not measured" is null here; positions are never looked at.</summary>
internal static class StravaMapping
{
    /// <summary>Null for an activity without a number or a start: it cannot be placed.</summary>
    public static IncomingActivity? ToIncoming(StravaActivity activity, bool isDetail)
    {
        var startAt = ParseUtc(activity.StartDate);
        var offset = activity.UtcOffset is { } seconds && Math.Abs(seconds) <= 86400 ? TimeSpan.FromSeconds(Math.Round(seconds)) : (TimeSpan?)null;
        // The Z of the local time is false: its digits are the runner's own clock.
        var startLocal = ParseUtc(activity.StartDateLocal) ?? startAt + (offset ?? TimeSpan.Zero);
        if (activity.Id <= 0 || startLocal is null)
            return null;

        var sport = SportOf(activity);
        var isManual = activity.Manual == true;
        return new IncomingActivity
        {
            Source = StravaOptions.Provider,
            ExternalId = activity.Id.ToString(CultureInfo.InvariantCulture),
            StartAt = startAt is { } utc ? new DateTimeOffset(utc) : null,
            StartLocal = DateTime.SpecifyKind(startLocal.Value, DateTimeKind.Unspecified),
            UtcOffset = offset,
            TimeZone = ZoneOf(activity.Timezone),
            Sport = sport,
            ProviderSport = TextOf(activity.SportType ?? activity.Type),
            Surface = SurfaceOf(activity, sport),
            Distance = Measured(activity.Distance) is { } meters ? Distance.FromMeters(meters) : null,
            MovingTime = TimeOf(activity.MovingTime),
            ElapsedTime = TimeOf(activity.ElapsedTime),
            // A flat run climbs nothing, and that is measured; a manual one does not know.
            ElevationGain = activity.TotalElevationGain is { } climbed && (climbed > 0 || (climbed == 0 && !isManual)) ? Distance.FromMeters(climbed) : null,
            AverageHeartRateBpm = Measured(activity.AverageHeartrate),
            MaxHeartRateBpm = Measured(activity.MaxHeartrate),
            // Strava counts one leg.
            AverageCadenceSpm = sport.IsOnFoot() ? Measured(activity.AverageCadence) * 2 : null,
            TemperatureCelsius = activity.AverageTemp,
            IsManual = isManual,
            IsCommute = activity.Commute == true,
            IsPrivate = activity.Private == true || activity.Visibility == "only_me",
            // Rides use 10 to 12 for the same.
            WorkoutType = activity.WorkoutType is 1 or 2 or 3 ? (WorkoutType)(int)activity.WorkoutType : WorkoutType.None,
            Title = TextOf(activity.Name),
            GearId = TextOf(activity.GearId),
            Device = TextOf(activity.DeviceName) ?? (activity.ExternalId?.StartsWith("garmin_", StringComparison.Ordinal) == true ? "Garmin" : null),
            ExternalIds = [.. IdsOf(activity)],
            // The private note that some answers carry is not to be relied on, so it is not read.
            Detail = isDetail ? new ActivityDetail(TextOf(activity.Description), null, TextOf(activity.Gear?.Nickname) ?? TextOf(activity.Gear?.Name)) : null,
        };
    }

    /// <summary>The start by which lists are cut into pages.</summary>
    public static DateTimeOffset? StartOf(StravaActivity activity) => ParseUtc(activity.StartDate) is { } start ? new DateTimeOffset(start) : null;

    private static Sport SportOf(StravaActivity activity) => (activity.SportType ?? activity.Type) switch
    {
        "Run" => activity.Trainer == true ? Sport.TreadmillRun : Sport.Run,
        "TrailRun" => activity.Trainer == true ? Sport.TreadmillRun : Sport.TrailRun,
        "VirtualRun" => Sport.VirtualRun,
        "Walk" => Sport.Walk,
        "Hike" => Sport.Hike,
        "Swim" => Sport.Swim,
        "Ride" or "VirtualRide" or "GravelRide" or "MountainBikeRide" or "EBikeRide" or "EMountainBikeRide" or "Velomobile" or "Handcycle" => Sport.Ride,
        _ => Sport.Other,
    };

    private static Surface SurfaceOf(StravaActivity activity, Sport sport) => sport switch
    {
        Sport.VirtualRun => Surface.Virtual,
        Sport.TreadmillRun => Surface.Treadmill,
        Sport.Walk or Sport.Hike when activity.Trainer == true => Surface.Treadmill,
        _ => activity.Manual == true || activity.Trainer == true ? Surface.Unknown : Surface.Outdoor,
    };

    private static IEnumerable<string> IdsOf(StravaActivity activity)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"strava:{activity.Id}");
        if (long.TryParse(activity.UploadIdStr, NumberStyles.None, CultureInfo.InvariantCulture, out var upload))
            yield return string.Create(CultureInfo.InvariantCulture, $"strava-upload:{upload}");

        // Whether that number is Garmin's own for the activity is not documented, so it is not called garmin:.
        if (activity.ExternalId is { } id && (id.StartsWith("garmin_ping_", StringComparison.Ordinal) || id.StartsWith("garmin_push_", StringComparison.Ordinal))
            && long.TryParse(id[12..], NumberStyles.None, CultureInfo.InvariantCulture, out var garmin))
            yield return string.Create(CultureInfo.InvariantCulture, $"garmin-ping:{garmin}");
    }

    // "(GMT-05:00) America/New_York": the offset there ignores summer time.
    private static string? ZoneOf(string? zone) => TextOf(zone is not null && zone.IndexOf(") ", StringComparison.Ordinal) is >= 0 and var end ? zone[(end + 2)..] : zone);

    private static double? Measured(double? value) => value is > 0 ? value : null;

    private static TimeSpan? TimeOf(double? seconds) => Measured(seconds) is { } some and < 1e9 ? TimeSpan.FromSeconds(some) : null;

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateTime? ParseUtc(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
