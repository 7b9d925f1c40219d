using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;
using static WeightedRun.Analysis.Identity.RecordingSource;

namespace WeightedRun.Analysis.Tests.Identity;

public sealed class RunIdentityTests
{
    private const string Seven = "2025-03-03T07:00:00";

    [Theory]
    [InlineData("garmin_push_17")]
    [InlineData("garmin_push_17.fit")]
    [InlineData("garmin:17")]
    public void The_number_of_a_push_is_Garmins_number_of_the_activity(string external) =>
        Assert.Equal(LinkReason.ProviderId, ReasonOf(Recorded.By(GarminPartner, "17", Seven).Known("garmin:17"), Recorded.By(Strava, "1", Seven).Known(external)));

    [Theory]
    [InlineData("garmin_ping_17")]
    [InlineData("garmin_push_")]
    [InlineData("garmin_push_17x")]
    [InlineData("17.fit")]
    public void The_number_of_a_ping_or_of_a_file_is_not(string external) =>
        Assert.Null(ReasonOf(Recorded.By(GarminPartner, "17", Seven).Known("garmin:17"), Recorded.By(Strava, "1", "2025-03-05T09:10:11").Known(external)));

    [Fact]
    public void A_fit_file_is_known_by_its_fingerprint_even_when_the_runner_cut_off_the_drive_home() =>
        Assert.Equal(LinkReason.FitFile, ReasonOf(
            Recorded.By(Fit, "a", Seven).Over(24000, 4200).Known("fit:1-2697-3415-1000000000"),
            Recorded.By(StravaExport, "1", Seven).Over(10000, 3000).Known("strava:1", "fit:1-2697-3415-1000000000")));

    [Fact]
    public void A_watch_without_a_serial_number_has_no_fingerprint() =>
        Assert.Null(ReasonOf(Recorded.By(Fit, "a", Seven).Known("fit:1-2697-0-1000000000"), Recorded.By(StravaExport, "1", Seven).Over(5000, 4000).Known("fit:1-2697-0-1000000000")));

    [Fact]
    public void Two_sessions_of_one_file_are_two_runs() =>
        Assert.Null(ReasonOf(Recorded.By(Fit, "a#0.0", Seven).Known("fit:1-2-3-4"), Recorded.By(Fit, "a#0.1", "2025-03-03T08:30:00").Known("fit:1-2-3-4")));

    [Theory]
    [InlineData(119, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Starts_may_be_two_minutes_apart(double seconds, bool isSame) =>
        Assert.Equal(isSame, ReasonOf(Recorded.By(Strava, "1", Seven), Recorded.By(Tcx, "2", Seven).Later(seconds)) == LinkReason.SameRecording);

    [Theory]
    [InlineData(10199, true)]
    [InlineData(10200, true)]
    [InlineData(10210, false)]
    public void Distances_may_be_two_percent_apart(double meters, bool isSame) =>
        Assert.Equal(isSame, ReasonOf(Recorded.By(Strava, "1", Seven), Recorded.By(Tcx, "2", Seven).Over(meters, 3010).Later(10)) == LinkReason.SameRecording);

    [Theory]
    [InlineData(1049, true)]
    [InlineData(1050, true)]
    [InlineData(1051, false)]
    public void Short_distances_may_be_fifty_meters_apart(double meters, bool isSame) =>
        Assert.Equal(isSame, ReasonOf(Recorded.By(Strava, "1", Seven).Over(1000, 300), Recorded.By(Tcx, "2", Seven).Over(meters, 300).Later(10)) == LinkReason.SameRecording);

    [Fact]
    public void In_the_same_second_the_time_is_enough_for_a_treadmill_distance_that_was_corrected() =>
        Assert.Equal(LinkReason.SameRecording, ReasonOf(Recorded.By(Strava, "1", Seven).Over(7000, 3000), Recorded.By(Fit, "a", Seven).Over(5600, 3000.4)));

    [Fact]
    public void A_hike_is_known_by_start_and_distance_though_its_moving_time_says_less() =>
        Assert.Equal(LinkReason.SameRecording, ReasonOf(
            Recorded.By(Strava, "1", Seven, Sport.Hike).Over(14000, 9000, 15000),
            Recorded.By(GarminPartner, "2", Seven, Sport.Ruck).Over(14005, 12500) is var ruck ? ruck with { Activity = ruck.Activity with { ElapsedTime = null } } : null!));

    [Fact]
    public void A_phone_started_ten_minutes_late_saw_the_same_run() =>
        Assert.Equal(LinkReason.SameTime, ReasonOf(Recorded.By(GarminPersonal, "1", Seven).On("A"), Recorded.By(Strava, "2", Seven).Over(8200, 2400).Later(600)));

    [Fact]
    public void A_watch_never_stopped_does_not_swallow_the_evening_run() =>
        Assert.Null(ReasonOf(Recorded.By(Fit, "a", Seven).Over(10000, 3000, 40000), Recorded.By(Strava, "2", "2025-03-03T16:00:07")));

    [Fact]
    public void A_restarted_treadmill_is_two_recordings() =>
        Assert.Null(ReasonOf(Recorded.By(GarminPersonal, "1", Seven, Sport.TreadmillRun).Over(150, 60), Recorded.By(Strava, "2", "2025-03-03T07:01:30", Sport.TreadmillRun).Over(180, 70)));

    [Theory]
    [InlineData(1800, true)]
    [InlineData(7199, true)]
    [InlineData(7198, false)]
    [InlineData(24 * 3600, false)]
    [InlineData(8100, false)]
    [InlineData(38 * 3600, true)]
    [InlineData((38 * 3600) + 1800, false)]
    public void A_wrong_time_zone_moves_a_run_by_whole_or_half_hours(double seconds, bool isSame) =>
        Assert.Equal(isSame ? LinkReason.TimeZone : null, ReasonOf(Recorded.By(Strava, "1", Seven).Over(2000, 600), Recorded.By(Gpx, "a", Seven).Over(2004, 600).Later(seconds)));

    [Fact]
    public void The_same_loop_an_hour_later_is_another_run() =>
        Assert.Null(ReasonOf(Recorded.By(Strava, "1", Seven).Over(2000, 600), Recorded.By(Gpx, "a", Seven).Over(2004, 605).Later(3600)));

    [Fact]
    public void Two_runs_typed_in_on_the_hour_are_two() =>
        Assert.Null(ReasonOf(Recorded.By(Strava, "1", Seven).Typed(), Recorded.By(GarminPersonal, "2", "2025-03-03T18:00:00").Typed()));

    [Fact]
    public void One_source_has_a_run_once_whatever_the_clock_says() =>
        Assert.Null(ReasonOf(Recorded.By(Strava, "1", Seven), Recorded.By(Strava, "2", "2025-03-03T18:00:00")));

    [Fact]
    public void Neither_a_parent_and_its_child_nor_two_children_are_one_run()
    {
        var parent = Recorded.By(GarminPartner, "P", Seven, Sport.Other).Over(10000, 3000).Known("garmin:9");
        var child = Recorded.By(GarminPartner, "C", Seven).Over(10000, 3000).PartOf(parent);
        var sibling = Recorded.By(GarminPartner, "D", Seven).Over(10000, 3000).PartOf(parent);
        var leg = Recorded.By(Fit, "a#0.1", Seven).Over(10000, 3000).Known("garmin:9");
        var groups = RunIdentity.Group([parent, child, sibling, leg], [RunnerDecision.Merge(parent.Id, child.Id)]);
        Assert.Equal(3, groups.Count);
        Assert.Equal(parent.Id, Assert.Single(groups, group => group.Members.Contains(parent)).Primary.Id);
    }

    [Fact]
    public void Who_is_named_as_a_parent_is_one_though_it_does_not_say_so()
    {
        var parent = Recorded.By(GarminPartner, "P", Seven);
        Assert.Equal(2, RunIdentity.Group([parent, Recorded.By(Strava, "1", Seven).PartOf(parent)]).Count);
    }

    [Fact]
    public void The_runners_split_holds_though_everything_else_speaks_for_one()
    {
        var (one, other, third) = (Recorded.By(Strava, "1", Seven), Recorded.By(GarminPersonal, "2", Seven), Recorded.By(Fit, "3", Seven));
        var groups = RunIdentity.Group([one, other, third], [RunnerDecision.Merge(one.Id, other.Id), RunnerDecision.Split(other.Id, one.Id)]);
        Assert.Equal(2, groups.Count);
        Assert.DoesNotContain(groups, group => group.Members.Contains(one) && group.Members.Contains(other));
    }

    [Fact]
    public void The_runners_merge_holds_though_nothing_else_speaks_for_it()
    {
        var (one, other) = (Recorded.By(Strava, "1", Seven), Recorded.By(Fit, "2", "2025-05-01T10:00:00").Over(3000, 1000));
        Assert.Equal(LinkReason.Runner, Assert.Single(Assert.Single(RunIdentity.Group([one, other], [RunnerDecision.Merge(other.Id, one.Id)])).Links).Reason);
    }

    [Fact]
    public void A_decision_about_a_recording_that_is_gone_waits() =>
        Assert.Single(RunIdentity.Group([Recorded.By(Strava, "1", Seven)], [RunnerDecision.Merge(new ActivityId("Strava:1"), new ActivityId("gone"))]));

    [Fact]
    public void One_id_twice_is_an_error_that_names_it() =>
        Assert.Contains("Strava:1", Assert.Throws<ArgumentException>(() => RunIdentity.Group([Recorded.By(Strava, "1", Seven), Recorded.By(Strava, "1", Seven)])).Message, StringComparison.Ordinal);

    private static LinkReason? ReasonOf(Recording one, Recording other) =>
        RunIdentity.Group([one, other]) is [{ Links: [var link] }] ? link.Reason : null;
}
