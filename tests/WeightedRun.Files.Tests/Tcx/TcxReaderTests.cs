using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Tests.Door;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Tcx;

public sealed class TcxReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("          ")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF  \r\n ")]
    public void A_run_is_read_whatever_stands_before_its_declaration(string before)
    {
        var run = Reading.Single(before + TrackFixtures.Tcx());

        Assert.Equal(ActivitySource.Tcx, run.Source);
        Assert.Equal(Sport.Run, run.Sport);
        Assert.Equal(TrackFixtures.Start, run.StartUtc);
        Assert.Equal(TimeSpan.FromSeconds(201), run.TimerTime);
        Assert.Equal(600, run.Distance?.Meters);
        Assert.Equal(145, run.AverageHeartRateBpm);
        Assert.Equal(161, run.MaxHeartRateBpm);
        Assert.Equal(170, run.AverageCadenceSpm);
        Assert.Equal(22, run.Records);
        Assert.Equal(2, run.Laps);
        Assert.Equal("with the vest", run.Description);
        Assert.Equal("A Watch", run.Device);
    }

    [Fact]
    public void Blanks_longer_than_any_look_ahead_are_skipped() => Assert.Equal(Sport.Run, Reading.Single(new string(' ', 500) + TrackFixtures.Tcx()).Sport);

    [Fact]
    public void Several_activities_are_several() =>
        Assert.Equal([Sport.Run, Sport.Ride], Reading.All(TrackFixtures.Database($"<Activities>{TrackFixtures.TcxActivity("Running", 1, "a")}{TrackFixtures.TcxActivity("Biking", 1, "b")}</Activities>")).Select(result => result.Activity!.Sport));

    [Fact]
    public void Of_a_multisport_session_only_the_legs_on_foot_are_kept()
    {
        var legs = $"<Activities><MultiSportSession><FirstSport>{TrackFixtures.TcxActivity("Biking", 1, "a")}</FirstSport><NextSport><Transition><TotalTimeSeconds>30</TotalTimeSeconds></Transition>{TrackFixtures.TcxActivity("Running", 1, "b")}</NextSport></MultiSportSession></Activities>";
        Assert.Equal("b", Assert.Single(Reading.All(TrackFixtures.Database(legs))).Activity!.Description);
    }

    [Fact]
    public void A_course_is_a_problem() => Assert.Equal("no-activity", Reading.Problem(TrackFixtures.Database("<Courses />")).Code);
}
