using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>An activity as the list shows it: https://developers.strava.com/docs/reference/#api-models-SummaryActivity</summary>
internal static class SummaryJson
{
    public static void Write(WireWriter json, StravaActivity activity, StravaAthlete athlete)
    {
        json.Begin();
        WriteMembers(json, activity, athlete, resourceState: 2);
        json.End();
    }

    public static void WriteMembers(WireWriter json, StravaActivity activity, StravaAthlete athlete, int resourceState)
    {
        json.Count("resource_state", resourceState);
        json.Begin("athlete");
        json.Id("id", athlete.Id.Value);
        json.Count("resource_state", 1);
        json.End();
        json.Text("name", activity.Name);
        json.Decimal("distance", Math.Round(activity.DistanceMeters, 1));
        json.Whole("moving_time", activity.MovingSeconds);
        json.Whole("elapsed_time", activity.ElapsedSeconds);
        json.Number("total_elevation_gain", activity.ElevationGainMeters);
        json.Text("type", SportTypes.TypeOf(activity.SportType));
        json.Text("sport_type", activity.SportType);
        if (activity.WorkoutType is { } workoutType)
            json.Count("workout_type", workoutType);
        else if (!SportTypes.HasNoWorkoutType(activity.SportType))
            json.Null("workout_type");

        if (activity.DeviceName is not null)
            json.Text("device_name", activity.DeviceName);

        json.Id("id", activity.Id.Value);
        WriteTimes(json, activity);
        json.Null("location_city");
        json.Null("location_state");
        json.Null("location_country");
        json.Count("achievement_count", 0);
        json.Count("kudos_count", 0);
        json.Count("comment_count", 0);
        json.Count("athlete_count", 1);
        json.Count("photo_count", 0);
        WriteMap(json, activity, athlete, isDetailed: resourceState == 3);
        json.Flag("trainer", activity.IsTrainer);
        json.Flag("commute", activity.IsCommute);
        json.Flag("manual", activity.IsManual);
        json.Flag("private", activity.IsPrivate);
        json.Text("visibility", activity.Visibility switch { Visibility.Everyone => "everyone", Visibility.FollowersOnly => "followers_only", _ => "only_me" });
        json.Flag("flagged", false);
        json.Text("gear_id", activity.Gear?.Value);
        Route.WritePoint(json, "start_latlng", activity, athlete);
        Route.WritePoint(json, "end_latlng", activity, athlete);
        WriteEfforts(json, activity);
        WriteUpload(json, activity);
        json.Flag("from_accepted_tag", false);
        json.Count("pr_count", 0);
        json.Count("total_photo_count", 0);
        json.Flag("has_kudoed", false);
        if (activity.AverageHeartRate is { } heartRate)
            json.Decimal("suffer_score", Math.Round(activity.MovingSeconds / 60.0 * heartRate / 180));
    }

    private static void WriteTimes(WireWriter json, StravaActivity activity)
    {
        var (start, offset) = (activity.ShownStart, activity.UtcOffset);
        json.Time("start_date", start.UtcDateTime);
        json.Time("start_date_local", start.UtcDateTime + offset);
        json.Text("timezone", ZoneNames.Of(activity.Zone));
        json.Decimal("utc_offset", offset.TotalSeconds);
    }

    private static void WriteMap(WireWriter json, StravaActivity activity, StravaAthlete athlete, bool isDetailed)
    {
        var polyline = Route.PolylineOf(activity, athlete);
        json.Begin("map");
        json.Text("id", $"a{activity.Id}");
        if (isDetailed)
            json.Text("polyline", polyline);

        json.Text("summary_polyline", polyline);
        json.Count("resource_state", isDetailed ? 3 : 2);
        json.End();
    }

    private static void WriteEfforts(WireWriter json, StravaActivity activity)
    {
        var speed = activity.MovingSeconds == 0 ? 0 : activity.DistanceMeters / activity.MovingSeconds;
        json.Decimal("average_speed", speed);
        json.Number("max_speed", activity.IsManual ? 0 : speed * 1.4);
        if (activity.AverageCadence is { } cadence)
            json.Decimal("average_cadence", cadence);

        if (activity.AverageTemperature is { } temperature)
            json.Count("average_temp", temperature);

        json.Flag("has_heartrate", activity.AverageHeartRate is not null);
        if (activity.AverageHeartRate is { } average)
            json.Decimal("average_heartrate", average);

        if (activity.MaxHeartRate is { } highest)
            json.Decimal("max_heartrate", highest);

        json.Flag("heartrate_opt_out", false);
        json.Flag("display_hide_heartrate_option", activity.AverageHeartRate is not null);
        if (!activity.IsManual && !activity.IsTrainer)
        {
            json.Decimal("elev_high", 30 + activity.ElevationGainMeters / 2);
            json.Decimal("elev_low", 30);
        }
    }

    /// <summary>Activities typed in by hand have no upload.</summary>
    private static void WriteUpload(WireWriter json, StravaActivity activity)
    {
        if (activity.IsManual)
        {
            json.Null("upload_id");
        }
        else
        {
            var upload = activity.Id.Value + 1_000_000_000;
            json.Id("upload_id", upload);
            json.Text("upload_id_str", upload.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        json.Text("external_id", activity.ExternalId);
    }
}
