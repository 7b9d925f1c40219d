using System.Text.Json;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Tests.Strava.Activities;

public sealed class ActivityJsonTests
{
    private static readonly DateTimeOffset SummerMorning = new(2026, 7, 1, 4, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Local_time_has_a_false_Z_and_the_zone_prefix_ignores_summer_time()
    {
        await using var connection = await Connection.OpenAsync();

        var run = await SummaryAsync(connection, new() { Start = SummerMorning });

        Assert.Equal("2026-07-01T04:30:00Z", run.GetProperty("start_date").GetString());
        Assert.Equal("2026-07-01T06:30:00Z", run.GetProperty("start_date_local").GetString());
        Assert.Equal("7200.0", run.GetProperty("utc_offset").GetRawText());
        Assert.Equal("(GMT+01:00) Europe/Berlin", run.GetProperty("timezone").GetString());
    }

    [Fact]
    public async Task A_hidden_start_time_reads_one_second_past_local_midnight()
    {
        await using var connection = await Connection.OpenAsync();

        var run = await SummaryAsync(connection, new() { Start = SummerMorning, HidesStartTime = true });

        Assert.Equal("2026-07-01T00:00:01Z", run.GetProperty("start_date_local").GetString());
        Assert.Equal("2026-06-30T22:00:01Z", run.GetProperty("start_date").GetString());
    }

    [Fact]
    public async Task A_manual_run_has_no_upload_no_position_and_no_top_speed()
    {
        await using var connection = await Connection.OpenAsync();

        var run = await SummaryAsync(connection, new() { Start = SummerMorning, IsManual = true });

        Assert.True(run.GetProperty("manual").GetBoolean());
        Assert.Equal(JsonValueKind.Null, run.GetProperty("upload_id").ValueKind);
        Assert.Equal(JsonValueKind.Null, run.GetProperty("external_id").ValueKind);
        Assert.False(run.TryGetProperty("upload_id_str", out _));
        Assert.Equal("0", run.GetProperty("max_speed").GetRawText());
        Assert.Equal("", run.GetProperty("map").GetProperty("summary_polyline").GetString());
        Assert.Equal("[]", run.GetProperty("start_latlng").GetRawText());
        Assert.Equal(run.GetProperty("moving_time").GetInt32(), run.GetProperty("elapsed_time").GetInt32());
    }

    [Fact]
    public async Task A_treadmill_run_is_a_Run_on_a_trainer_without_position()
    {
        await using var connection = await Connection.OpenAsync();

        var run = await SummaryAsync(connection, new() { Start = SummerMorning, IsTrainer = true });

        Assert.Equal("Run", run.GetProperty("sport_type").GetString());
        Assert.True(run.GetProperty("trainer").GetBoolean());
        Assert.Equal("[]", run.GetProperty("end_latlng").GetRawText());
    }

    [Theory]
    [InlineData("TrailRun", "Run", true)]
    [InlineData("Hike", "Hike", false)]
    [InlineData("GravelRide", "Ride", true)]
    [InlineData("WeightedMarch", "Workout", true)]
    public async Task The_old_type_collapses_and_some_sports_have_no_workout_type(string sportType, string type, bool hasWorkoutType)
    {
        await using var connection = await Connection.OpenAsync();

        var activity = await SummaryAsync(connection, new() { Start = SummerMorning, SportType = sportType });

        Assert.Equal(sportType, activity.GetProperty("sport_type").GetString());
        Assert.Equal(type, activity.GetProperty("type").GetString());
        Assert.Equal(hasWorkoutType, activity.TryGetProperty("workout_type", out _));
    }

    [Fact]
    public async Task Titles_come_as_they_were_written()
    {
        await using var connection = await Connection.OpenAsync();
        const string title = "10 kg Weste <b>\"überall\"</b> 🎒\u202E";

        Assert.Equal(title, (await SummaryAsync(connection, new() { Start = SummerMorning, Name = title })).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Description_gear_splits_and_laps_are_in_the_detail_alone()
    {
        await using var connection = await Connection.OpenAsync();
        var uploaded = connection.World.Upload(connection.Athlete.Id, new() { Start = SummerMorning, Description = "with 5 kg", GearId = "g1", DistanceMeters = 8400, PerceivedExertion = 6 });

        var summary = (await connection.GetAsync("/api/v3/athlete/activities")).Json[0];
        var detail = (await connection.GetAsync($"/api/v3/activities/{uploaded.Id}")).Json;

        foreach (var key in (string[])["description", "calories", "gear", "splits_metric", "laps", "perceived_exertion"])
            Assert.False(summary.TryGetProperty(key, out _), key);

        Assert.Equal(2, summary.GetProperty("resource_state").GetInt32());
        Assert.Equal(3, detail.GetProperty("resource_state").GetInt32());
        Assert.Equal("with 5 kg", detail.GetProperty("description").GetString());
        Assert.Equal("Vest 5 kg", detail.GetProperty("gear").GetProperty("name").GetString());
        Assert.Equal("g1", summary.GetProperty("gear_id").GetString());
        Assert.Equal(6, detail.GetProperty("perceived_exertion").GetInt32());
        Assert.Equal([1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 400], detail.GetProperty("splits_metric").EnumerateArray().Select(split => split.GetProperty("distance").GetDouble()));
        Assert.Equal(8400, detail.GetProperty("laps")[0].GetProperty("distance").GetDouble());
    }

    [Fact]
    public async Task An_edit_shows_at_once_and_keeps_the_id()
    {
        await using var connection = await Connection.OpenAsync();
        var id = connection.Upload(name: "Morning Run").Id;

        connection.World.Edit(id, activity => activity with { Name = "Vest run", DistanceMeters = 5000 });

        var run = (await connection.GetAsync("/api/v3/athlete/activities")).Json[0];
        Assert.Equal((id.Value, "Vest run", 5000.0), (run.GetProperty("id").GetInt64(), run.GetProperty("name").GetString(), run.GetProperty("distance").GetDouble()));
    }

    private static async Task<JsonElement> SummaryAsync(Connection connection, NewActivity uploaded)
    {
        connection.World.Upload(connection.Athlete.Id, uploaded);
        return (await connection.GetAsync("/api/v3/athlete/activities")).Json[0];
    }
}
