using System.Text.Json;
using WeightedRun.Analysis.Runs;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPersonal;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers.GarminPersonal;
using GarminActivity = WeightedRun.Worker.Providers.GarminActivity;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PersonalMappingTests
{
    [Fact]
    public async Task A_list_and_a_detail_tell_the_same()
    {
        await using var garmin = await PersonalCase.StartAsync();
        var uploaded = garmin.World.Upload(garmin.Runner, new NewGarminActivity
        {
            TypeKey = "rucking",
            PackGrams = 9071.85,
            Description = "Old pack",
            Name = "Ruck",
            TimerSeconds = 3600,
            ElapsedSeconds = 4000,
            StartsAt = new DateTimeOffset(2026, 11, 2, 5, 30, 0, TimeSpan.Zero),
        });
        garmin.World.Clock.Set(new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero));
        var listed = Assert.Single(await garmin.ReadAsync()).Activity;
        Assert.Equal((Sport.Ruck, "rucking", "Ruck"), (listed.Sport, listed.ProviderSport, listed.Title));
        Assert.Equal(9.07185, listed.CarriedMass!.Value.Kilograms, 6);
        Assert.Equal((new DateTime(2026, 11, 2, 7, 30, 0), TimeSpan.FromHours(2)), (listed.StartLocal, listed.UtcOffset));
        Assert.Equal((168, 148, 4000), (listed.AverageCadenceSpm, listed.AverageHeartRateBpm, listed.ElapsedTime?.TotalSeconds));
        Assert.Equal([$"garmin:{uploaded.Id}"], listed.ExternalIds);
        var detailed = (await garmin.Pull.ReadOneAsync(garmin.Key, uploaded.Id.ToString(), TestContext.Current.CancellationToken))!.Activity;
        Assert.Equal(Told(listed), Told(detailed));
    }

    [Fact]
    public async Task Old_answers_with_milliseconds_are_understood()
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Quirks = new Quirks { WritesElapsedMilliseconds = true };
        garmin.World.Upload(garmin.Runner, new NewGarminActivity { TimerSeconds = 2400, ElapsedSeconds = 2500 });
        Assert.Equal(2500, Assert.Single(await garmin.ReadAsync()).Activity.ElapsedTime?.TotalSeconds);
    }

    [Theory]
    [InlineData("beach_frisbee", Sport.Other)]
    [InlineData("treadmill_running", Sport.TreadmillRun)]
    [InlineData("ultra_run", Sport.Run)]
    [InlineData("hiking", Sport.Hike)]
    public void A_type_keeps_its_own_word(string typeKey, Sport sport)
    {
        var activity = Parse($$$"""{"activityId":1,"startTimeGMT":"2026-11-02 05:30:00","activityType":{"typeKey":"{{{typeKey}}}"}}""")!.Activity;
        Assert.Equal((sport, typeKey), (activity.Sport, activity.ProviderSport));
    }

    [Theory]
    [InlineData("""{"activityId":1}""")]
    [InlineData("""{"startTimeGMT":"2026-11-02 05:30:00"}""")]
    [InlineData("""{"activityId":-4,"startTimeGMT":"2026-11-02 05:30:00"}""")]
    [InlineData("""{"activityId":1,"startTimeGMT":"soon"}""")]
    public void What_cannot_be_placed_is_left_out(string json) => Assert.Null(Parse(json));

    [Theory]
    [InlineData("\"beginPackWeight\":0", null)]
    [InlineData("\"beginPackWeight\":0.5", 0.0005)]
    [InlineData("\"beginPackWeight\":\"5000\"", 5.0)]
    [InlineData("\"beginPackWeight\":{}", null)]
    [InlineData("\"beginPackWeight\":null", null)]
    public void Pack_weight_is_grams_and_zero_is_none(string field, double? kilograms) =>
        Assert.Equal(kilograms, Parse($$"""{"activityId":"18000000001","startTimeGMT":"2026-11-02 05:30:00",{{field}}}""")!.Activity.CarriedMass?.Kilograms);

    [Fact]
    public void Zeros_and_missing_fields_are_unknown()
    {
        var activity = Parse("""{"activityId":1,"beginTimestamp":1793597400000,"distance":0,"duration":0.0,"averageHR":0,"manualActivity":"true"}""")!.Activity;
        Assert.Equal((null, null, null, true), (activity.Distance, activity.MovingTime, activity.AverageHeartRateBpm, activity.IsManual));
        Assert.Equal(new DateTime(2026, 11, 2, 5, 30, 0), activity.StartLocal);
    }

    [Fact]
    public void A_multisport_names_its_parent() =>
        Assert.Equal((false, "77"), (Parse("""{"activityId":78,"parentId":77,"parent":false,"startTimeGMT":"2026-11-02 05:30:00"}""") is { } leg) ? (leg.IsParent, leg.ParentId) : default);

    private static GarminActivity? Parse(string json) => GarminPersonalMapping.ToIncoming(JsonSerializer.Deserialize(json, GarminPersonalJson.Default.GarminPersonalActivity)!);

    private static object Told(IncomingActivity activity) => activity with { ExternalIds = [], Device = null };
}
