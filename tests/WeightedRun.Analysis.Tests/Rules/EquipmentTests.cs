using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class EquipmentTests
{
    private const string Ankle = "equipment.ankle-weights";
    private const string Dumbbells = "equipment.dumbbells";
    private const string Wrist = "equipment.wrist-weights";

    [Fact]
    public void R14_TV1_ankle_weights_are_a_violation() =>
        Assert.Equal(Severity.Violation, A.AskOne(Ankle, A.Runner(), A.Run("2025-03-03").Of(3).With(EquipmentKind.AnkleWeights, 1)).Severity);

    [Fact]
    public void R14_TV2_beside_a_vest_they_still_are_and_the_vest_is_judged_too()
    {
        var run = A.Run("2025-03-03").WithVest(8.4).And(EquipmentKind.AnkleWeights, null);
        Assert.Equal(Severity.Violation, A.AskOne(Ankle, A.Runner(), run).Severity);
        Assert.Equal(Severity.Info, A.AskOne("load.body-weight", A.Experienced, run).Severity);
    }

    [Fact]
    public void R14_TV3_a_walk_is_no_run()
    {
        var evaluation = A.AskOne(Ankle, A.Runner(), A.Run("2025-03-03").With(EquipmentKind.AnkleWeights, 1) with { Sport = Sport.Walk });
        Assert.Equal((Outcome.NotApplicable, "week:2025-W10"), (evaluation.Outcome, evaluation.Subject));
    }

    [Fact]
    public void A_vest_alone_is_no_matter_of_these_rules()
    {
        foreach (var rule in new[] { Ankle, Dumbbells, Wrist })
            Assert.Equal((Outcome.NotApplicable, "activity:2025-03-03"), (A.AskOne(rule, A.Runner(), A.Run("2025-03-03").WithVest()).Outcome, A.AskOne(rule, A.Runner(), A.Run("2025-03-03").WithVest()).Subject));
    }

    [Fact]
    public void R15_TV1_dumbbells_on_a_treadmill_are_a_violation() =>
        Assert.Equal(Severity.Violation, A.AskOne(Dumbbells, A.Runner(), Hands(4).On(Surface.Treadmill)).Severity);

    [Fact]
    public void R15_TV2_dumbbells_on_the_road_are_a_caution() => Assert.Equal(Severity.Caution, A.AskOne(Dumbbells, A.Runner(), Hands(5)).Severity);

    [Theory]
    [InlineData(1.59, Severity.Info)]
    [InlineData(1.6, Severity.Info)]
    [InlineData(1.616, Severity.Info)] // one percent is what watches differ by
    [InlineData(1.617, Severity.Caution)]
    public void Up_to_a_mile_dumbbells_are_a_note(double kilometers, Severity severity) => Assert.Equal(severity, A.AskOne(Dumbbells, A.Runner(), Hands(kilometers)).Severity);

    [Fact]
    public void Indoors_is_said_by_surface_or_sport_and_needs_no_distance()
    {
        Assert.Equal(Severity.Violation, A.AskOne(Dumbbells, A.Runner(), Hands(1).On(Surface.Virtual)).Severity);
        Assert.Equal(Severity.Violation, A.AskOne(Dumbbells, A.Runner(), Hands(1) with { Sport = Sport.TreadmillRun, Distance = null }).Severity);
        Assert.Equal(Severity.Info, A.AskOne(Dumbbells, A.Runner(), Hands(1) with { Sport = Sport.TrackRun, Surface = Surface.Unknown }).Severity);
        Assert.Equal(["DISTANCE"], A.AskOne(Dumbbells, A.Runner(), Hands(1) with { Distance = null }).Reasons);
    }

    [Fact]
    public void R15_TV3_light_wrist_weights_pass() => Assert.Equal(Outcome.Pass, A.AskOne(Wrist, A.Runner(), Wrists(1)).Outcome);

    [Fact]
    public void R15_TV4_heavy_wrist_weights_are_a_note_and_count()
    {
        var evaluation = A.AskOne(Wrist, A.Runner(), Wrists(3));
        Assert.Equal((Severity.Info, "COUNTS_AS_WEIGHTED"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
        Assert.Equal(1, ComplianceAnalyzer.Analyze(A.Log(Wrists(3)), A.Runner(), Thresholds.Default, A.Week).WeightedSessions);
    }

    [Theory]
    [InlineData(70, 1.40, null)] // exactly 2 %
    [InlineData(70, 1.43, null)] // 2.04 %
    [InlineData(70, 1.44, Severity.Info)]
    [InlineData(200, 2.0, null)] // a kilogram a wrist
    [InlineData(200, 2.1, null)]
    [InlineData(200, 2.11, Severity.Info)]
    public void Two_percent_or_a_kilogram_a_wrist_are_the_limits(double body, double kilograms, Severity? severity) =>
        Assert.Equal(severity, A.AskOne(Wrist, A.Runner(body), Wrists(kilograms)).Severity);

    [Theory]
    [InlineData(2.09, false)]
    [InlineData(2.1, true)] // exactly 3 %
    [InlineData(2.11, true)]
    public void From_three_percent_on_they_count(double kilograms, bool counts) =>
        Assert.Equal(counts, A.AskOne(Wrist, A.Runner(), Wrists(kilograms)).Reasons.Contains("COUNTS_AS_WEIGHTED"));

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["LOAD"], A.AskOne(Wrist, A.Runner(), Wrists(null)).Reasons);
        Assert.Equal(["BODY_WEIGHT"], A.AskOne(Wrist, A.Runner(kilograms: null), Wrists(2.1)).Reasons);
        Assert.Equal(["BODY_WEIGHT", "LOAD"], A.AskOne(Wrist, A.Runner(kilograms: null), Wrists(null)).Reasons);
        Assert.Equal(Severity.Info, A.AskOne(Wrist, A.Runner(kilograms: null), Wrists(2.2)).Severity);
    }

    private static Activity Hands(double kilometers) => A.Run("2025-03-03").Of(kilometers).With(EquipmentKind.HandWeights, 2);

    private static Activity Wrists(double? kilograms) => A.Run("2025-03-03").With(EquipmentKind.WristWeights, kilograms);
}
