using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>The Activity API's words and units for ours. There is no description, no gear and no pack mass in them; positions are never looked at.</summary>
internal static class GarminPartnerMapping
{
    // From 1990 to 2200, in seconds.
    private const double FirstSecond = 631152000;
    private const double LastSecond = 7258118400;

    /// <summary>Null for a summary without a number or a start: it cannot be placed.</summary>
    public static GarminActivity? ToIncoming(GarminNotice notice)
    {
        if (IdOf(notice) is not { } id || notice.Number("startTimeInSeconds") is not (>= FirstSecond and < LastSecond and { } seconds))
            return null;

        var startAt = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        var offset = notice.Number("startTimeOffsetInSeconds") is { } ahead && Math.Abs(ahead) <= 86400 ? TimeSpan.FromSeconds(Math.Round(ahead)) : (TimeSpan?)null;
        var sport = GarminSports.Of(notice["activityType"]);
        // On an edited activity the flag says that it was edited, not that it was typed in.
        var isManual = notice.Kind == NoticeKind.Activity && notice.Flag("manual");
        var duration = notice.Number("durationInSeconds") is > 0 and < 1e9 and { } timer ? TimeSpan.FromSeconds(timer) : (TimeSpan?)null;
        var incoming = new IncomingActivity
        {
            Source = GarminPartnerOptions.Provider,
            ExternalId = id,
            StartAt = startAt,
            StartLocal = DateTime.SpecifyKind((startAt + (offset ?? TimeSpan.Zero)).UtcDateTime, DateTimeKind.Unspecified),
            UtcOffset = offset,
            Sport = sport,
            ProviderSport = notice["activityType"],
            Surface = GarminSports.SurfaceOf(sport, isManual),
            Distance = Measured(notice, "distanceInMeters") is { } meters ? Distance.FromMeters(meters) : null,
            // The timer; when the run ended is not told.
            MovingTime = duration,
            TimerTime = duration,
            ElevationGain = notice.Number("totalElevationGainInMeters") is { } climbed && (climbed > 0 || (climbed == 0 && !isManual)) ? Distance.FromMeters(climbed) : null,
            AverageHeartRateBpm = Measured(notice, "averageHeartRateInBeatsPerMinute"),
            MaxHeartRateBpm = Measured(notice, "maxHeartRateInBeatsPerMinute"),
            // Called steps per minute, and those of one foot.
            AverageCadenceSpm = sport.IsOnFoot() ? Measured(notice, "averageRunCadenceInStepsPerMinute") * 2 : null,
            IsManual = isManual,
            Title = notice["activityName"],
            Device = notice["deviceName"] is { } device && device != "unknown" ? device : null,
            ExternalIds = [$"garmin:{id}"],
        };
        return new GarminActivity(incoming, notice.Flag("isParent"), notice["parentSummaryId"]);
    }

    /// <summary>Garmin's number of the activity. A summary's id is the same number, with a word behind it for details and files.</summary>
    public static string? IdOf(GarminNotice notice)
    {
        var id = notice["activityId"] ?? notice["summaryId"]?.Split('-')[0];
        return id is { Length: < 20 } && id.All(char.IsAsciiDigit) ? id.TrimStart('0') is { Length: > 0 } number ? number : null : null;
    }

    private static double? Measured(GarminNotice notice, string field) => notice.Number(field) is > 0 and { } value ? value : null;
}
