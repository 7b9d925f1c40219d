using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Providers.GarminPartner;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PartnerMappingTests
{
    [Theory]
    [InlineData("RUNNING", Sport.Run)]
    [InlineData("OBSTACLE_RUN", Sport.Run)]
    [InlineData("INDOOR_RUNNING", Sport.TreadmillRun)]
    [InlineData("VIRTUAL_RUN", Sport.VirtualRun)]
    [InlineData("RUCKING", Sport.Ruck)]
    [InlineData("HIKING", Sport.Hike)]
    [InlineData("SPEED_WALKING", Sport.Walk)]
    [InlineData("MULTI_SPORT", Sport.Other)]
    [InlineData("TRANSITION_V2", Sport.Other)]
    [InlineData("BEACH_FRISBEE", Sport.Other)]
    public void A_type_keeps_its_own_word(string type, Sport sport)
    {
        var told = Tell(("activityId", "1"), ("startTimeInSeconds", "1793597400"), ("activityType", type))!.Activity;
        Assert.Equal((sport, type), (told.Sport, told.ProviderSport));
    }

    [Theory]
    [InlineData("18000000001", null, "18000000001")]
    [InlineData(null, "18000000001-detail", "18000000001")]
    [InlineData(null, "18000000001-file", "18000000001")]
    [InlineData("18000000001", "other", "18000000001")]
    [InlineData("0", null, null)]
    [InlineData("one", null, null)]
    [InlineData("1e3", null, null)]
    [InlineData(null, null, null)]
    public void The_number_is_taken_from_either_id(string? activityId, string? summaryId, string? id)
    {
        var notice = new GarminNotice(NoticeKind.Activity);
        if (activityId is not null)
            notice.Set("activityId", activityId);
        if (summaryId is not null)
            notice.Set("summaryId", summaryId);

        Assert.Equal(id, GarminPartnerMapping.IdOf(notice));
    }

    [Theory]
    [InlineData(631152000, true)]
    [InlineData(631151999, false)]
    [InlineData(1793597400000, false)]
    public void A_start_out_of_all_time_cannot_be_placed(long seconds, bool isPlaced) =>
        Assert.Equal(isPlaced, Tell(("activityId", "1"), ("startTimeInSeconds", seconds.ToString(CultureInfo.InvariantCulture))) is not null);

    [Fact]
    public void Without_an_offset_the_local_time_is_not_known_to_differ()
    {
        var told = Tell(("activityId", "1"), ("startTimeInSeconds", "1793597400"))!.Activity;
        Assert.Equal((new DateTime(2026, 11, 2, 5, 30, 0), null), (told.StartLocal, told.UtcOffset));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_multisport_and_its_legs_are_told_apart(string flag, bool isParent)
    {
        var told = Tell(("activityId", "1"), ("startTimeInSeconds", "1793597400"), ("isParent", flag), ("parentSummaryId", "77"))!;
        Assert.Equal((isParent, "77"), (told.IsParent, told.ParentId));
    }

    private static GarminActivity? Tell(params (string Field, string Text)[] fields)
    {
        var notice = new GarminNotice(NoticeKind.Activity);
        foreach (var (field, text) in fields)
            notice.Set(field, text);

        return GarminPartnerMapping.ToIncoming(notice);
    }
}
