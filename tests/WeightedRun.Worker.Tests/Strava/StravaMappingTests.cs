using System.Text.Json;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Worker.Tests.Strava;

public sealed class StravaMappingTests
{
    private const string Run =
        """
        {"resource_state":2,"athlete":{"id":77,"resource_state":1},"id":16000000001,"name":"Morning Run","distance":8000.5,"moving_time":2880,"elapsed_time":2900,"total_elevation_gain":40,
         "type":"Run","sport_type":"Run","start_date":"2026-11-01T06:30:00Z","start_date_local":"2026-11-01T07:30:00Z","timezone":"(GMT-05:00) America/New_York","utc_offset":3600.0,
         "average_cadence":78.7,"average_heartrate":147.5,"max_heartrate":165.0,"average_temp":-3,"workout_type":2,"gear_id":"g1","upload_id_str":"9","external_id":"garmin_ping_123",
         "start_latlng":[52.5,13.4],"map":{"summary_polyline":"abc"},"visibility":"only_me"}
        """;

    [Fact]
    public void A_run_keeps_its_local_clock_its_offset_and_both_feet()
    {
        var run = Map(Run);
        Assert.Equal(new DateTime(2026, 11, 1, 7, 30, 0), run.StartLocal);
        Assert.Equal(DateTimeKind.Unspecified, run.StartLocal.Kind);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 6, 30, 0, TimeSpan.Zero), run.StartAt);
        Assert.Equal(TimeSpan.FromHours(1), run.UtcOffset);
        Assert.Equal("America/New_York", run.TimeZone);
        Assert.Equal(157.4, run.AverageCadenceSpm!.Value, 6);
        Assert.Equal((Sport.Run, Surface.Outdoor, WorkoutType.LongRun, true), (run.Sport, run.Surface, run.WorkoutType, run.IsPrivate));
        Assert.Equal(["strava:16000000001", "strava-upload:9", "garmin-ping:123"], run.ExternalIds);
        Assert.Equal("Garmin", run.Device);
        Assert.Null(run.Detail);
    }

    [Theory]
    [InlineData("Run", true, Sport.TreadmillRun, Surface.Treadmill)]
    [InlineData("TrailRun", false, Sport.TrailRun, Surface.Outdoor)]
    [InlineData("VirtualRun", false, Sport.VirtualRun, Surface.Virtual)]
    [InlineData("Walk", true, Sport.Walk, Surface.Treadmill)]
    [InlineData("SomethingNew2027", false, Sport.Other, Surface.Outdoor)]
    public void Sports_are_translated_and_unknown_ones_keep_their_word(string sportType, bool isTrainer, Sport sport, Surface surface)
    {
        var activity = Map(Run.Replace("\"sport_type\":\"Run\"", $"\"sport_type\":\"{sportType}\",\"trainer\":{(isTrainer ? "true" : "false")}", StringComparison.Ordinal));
        Assert.Equal((sport, surface, sportType), (activity.Sport, activity.Surface, activity.ProviderSport));
    }

    [Fact]
    public void Zero_missing_and_misshapen_values_are_unknown_and_the_rest_is_read()
    {
        var activity = Map(
            """
            {"id":"5","name":{"a":1},"distance":0,"moving_time":"2880","elapsed_time":474287.0,"total_elevation_gain":[1,2],"average_heartrate":0,"average_cadence":null,"sport_type":"Run",
             "start_date":"2026-11-01T06:30:00Z","utc_offset":"x","manual":"true","commute":1,"workout_type":10,"upload_id":987654321234567891234,"timezone":5}
            """.Replace("\"5\"", "5", StringComparison.Ordinal));
        Assert.Null(activity.Title);
        Assert.Null(activity.Distance);
        Assert.Null(activity.ElevationGain);
        Assert.Null(activity.AverageHeartRateBpm);
        Assert.Null(activity.AverageCadenceSpm);
        Assert.Null(activity.UtcOffset);
        Assert.Equal(TimeSpan.FromSeconds(2880), activity.MovingTime);
        Assert.Equal(TimeSpan.FromSeconds(474287), activity.ElapsedTime);
        Assert.True(activity is { IsManual: true, IsCommute: true, WorkoutType: WorkoutType.None });
        Assert.Equal(new DateTime(2026, 11, 1, 6, 30, 0), activity.StartLocal);
    }

    [Fact]
    public void A_title_cut_within_an_emoji_does_not_lose_the_page() => Assert.Null(Map(Run.Replace("Morning Run", "Run \\ud83d", StringComparison.Ordinal)).Title);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":5}""")]
    [InlineData("""{"id":5,"start_date_local":"yesterday"}""")]
    public void What_cannot_be_placed_is_left_out(string json) => Assert.Null(StravaMapping.ToIncoming(Parse(json), isDetail: false));

    [Fact]
    public void The_detail_brings_description_and_gear() => Assert.Equal(
        new ActivityDetail("with 8 kg", null, "Vest 8"),
        StravaMapping.ToIncoming(Parse("""{"id":5,"start_date":"2026-11-01T06:30:00Z","description":"with 8 kg","gear":{"name":"Shoe","nickname":"Vest 8"}}"""), isDetail: true)!.Detail);

    private static StravaActivity Parse(string json) => JsonSerializer.Deserialize($"[{json}]", StravaJson.Default.ListStravaActivity)![0];

    private static IncomingActivity Map(string json) => StravaMapping.ToIncoming(Parse(json), isDetail: false)!;
}
