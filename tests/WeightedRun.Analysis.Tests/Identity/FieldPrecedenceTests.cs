using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using static WeightedRun.Analysis.Identity.RecordingSource;

namespace WeightedRun.Analysis.Tests.Identity;

public sealed class FieldPrecedenceTests
{
    private static readonly Recording OnStrava = Recorded.By(Strava, "1", "2025-03-03T07:00:00") is var run
        ? run with { Description = "With the blue pack", Activity = run.Activity with { Title = "Vest 10 kg", AverageHeartRateBpm = 150, WorkoutType = WorkoutType.LongRun } } : null!;

    private static readonly Recording InTheFile = Recorded.By(Fit, "a", "2025-03-03T07:00:00", Sport.TrailRun) is var run
        ? run with { BodyMass = Mass.FromKilograms(70), Activity = run.Activity with { AverageHeartRateBpm = 147, Title = "Run" } } : null!;

    [Fact]
    public void Words_come_from_Strava_and_measures_from_the_file()
    {
        var run = Assert.Single(RunIdentity.Group([OnStrava, InTheFile])).Merge();
        Assert.Equal(("Vest 10 kg", "With the blue pack", WorkoutType.LongRun), (run.Activity.Title, run.Description, run.Activity.WorkoutType));
        Assert.Equal((147, 70), (run.Activity.AverageHeartRateBpm, run.BodyMass?.Kilograms));
        Assert.Equal(InTheFile.Id, run.Origins[RunField.AverageHeartRate]);
        Assert.Equal(OnStrava.Id, run.Origins[RunField.Title]);
        Assert.DoesNotContain(RunField.ElevationGain, run.Origins.Keys);
    }

    [Fact]
    public void The_more_exact_kind_of_run_stays() =>
        Assert.Equal(Sport.TrailRun, Assert.Single(RunIdentity.Group([OnStrava, InTheFile])).Merge().Activity.Sport);

    [Theory]
    [InlineData(LoadSource.Runner, LoadSource.Device)]
    [InlineData(LoadSource.Device, LoadSource.Hashtag)]
    [InlineData(LoadSource.Device, LoadSource.Title)]
    [InlineData(LoadSource.Title, LoadSource.Sport)]
    public void The_load_comes_from_the_greater_authority_whichever_source_knows_it(LoadSource stronger, LoadSource weaker)
    {
        Assert.Equal(6, LoadOf(OnStrava.Carrying(stronger, 6), InTheFile.Carrying(weaker, 9)));
        Assert.Equal(6, LoadOf(OnStrava.Carrying(weaker, 9), InTheFile.Carrying(stronger, 6)));
    }

    [Fact]
    public void A_time_zone_mistake_of_a_file_does_not_move_the_run()
    {
        var file = Recorded.By(Gpx, "a", "2025-03-03T23:00:00");
        Assert.Equal(OnStrava.Activity.StartLocal, Assert.Single(RunIdentity.Group([OnStrava, file])).Merge().Activity.StartLocal);
    }

    [Fact]
    public void What_was_typed_by_hand_never_leads()
    {
        var typed = InTheFile.Typed();
        Assert.Equal(OnStrava.Id, Assert.Single(RunIdentity.Group([typed, OnStrava])).Primary.Id);
    }

    private static double? LoadOf(Recording one, Recording other) =>
        Assert.Single(RunIdentity.Group([one, other])).Merge().Activity.Load?.Pieces[0].Mass?.Kilograms;
}
