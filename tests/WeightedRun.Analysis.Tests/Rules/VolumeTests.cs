using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class VolumeTests
{
    private const string Rule = "volume.load-distance-jump";

    [Fact]
    public void R09_TV1_a_quarter_more_passes()
    {
        var evaluation = Ask(55, 40, 45, 42, 48);
        Assert.Equal(Outcome.Pass, evaluation.Outcome);
        Assert.Equal((1.257, 43.75), (Math.Round(evaluation.Observed[1].Value, 3), evaluation.Limits[0].Value));
    }

    [Fact]
    public void R09_TV2_nearly_twice_as_much_is_a_caution()
    {
        var evaluation = A.AskOne(Rule, A.Runner(), [.. Weeks(40, 45, 42, 48), A.Run("2025-03-03").Of(8).WithVest(5), A.Run("2025-03-06").Of(9).WithVest(5), A.Run("2025-03-08").With(EquipmentKind.AnkleWeights, 1)]);
        Assert.Equal((Severity.Caution, 1.943, 41.25), (evaluation.Severity, Math.Round(evaluation.Observed[1].Value, 3), evaluation.Observed[2].Value));
        Assert.Equal(["2025-03-03", "2025-03-06"], evaluation.Activities.Select(id => id.Value));
    }

    [Fact]
    public void R09_TV3_more_than_twice_as_much_is_a_violation() => Assert.Equal(Severity.Violation, Ask(100, 40, 45, 42, 48).Severity);

    [Theory]
    [InlineData(52, 40, null)] // 1.3
    [InlineData(52.1, 40, Severity.Info)]
    [InlineData(60, 40, Severity.Info)] // 1.5 and 20 more
    [InlineData(60.1, 40, Severity.Caution)]
    [InlineData(80, 40, Severity.Caution)] // 2.0 and 40 more
    [InlineData(80.1, 40, Severity.Violation)]
    [InlineData(39.9, 20, Severity.Info)] // 19.9 more
    [InlineData(40, 20, Severity.Caution)]
    [InlineData(59.9, 20, Severity.Caution)] // nearly thrice but 39.9 more
    [InlineData(60, 20, Severity.Violation)]
    [InlineData(29, 10, Severity.Info)] // nearly thrice but 19 more
    public void Ratio_and_increase_count_together(double now, double before, Severity? severity) => Assert.Equal(severity, Ask(now, before, before, before, before).Severity);

    [Fact]
    public void Three_of_four_weeks_and_a_base_are_needed()
    {
        Assert.Equal(Outcome.Finding, Ask(100, 40, 40, 40, 0).Outcome);
        Assert.Equal((Outcome.InsufficientData, "WEEKS", 2, 3), (Ask(100, 40, 40, 0, 0).Outcome, Assert.Single(Ask(100, 40, 40, 0, 0).Reasons), Ask(100, 40, 40, 0, 0).Have, Ask(100, 40, 40, 0, 0).Need));
        Assert.Equal(["BASE"], Ask(100, 9.9, 9.9, 9.9, 9.9).Reasons);
        Assert.Equal(Outcome.Finding, Ask(100, 10, 10, 10, 10).Outcome);
        Assert.Equal(["WEEKS", "BASE"], Ask(100, 0, 0, 0, 0).Reasons);
    }

    [Fact]
    public void What_is_unknown_anywhere_is_missing()
    {
        Assert.Equal(["LOAD"], A.AskOne(Rule, A.Runner(), [.. Weeks(40, 45, 42, 48), A.Run("2025-03-03").Of(8).WithVest(null)]).Reasons);
        Assert.Equal(["LOAD", "DISTANCE"], A.AskOne(Rule, A.Runner(), [.. Weeks(40, 45, 42, 48), A.Run("2025-03-03").WithVest(5) with { Distance = null }, A.Run("2025-02-14").WithVest(null)]).Reasons);
    }

    [Fact]
    public void Without_weight_on_the_trunk_it_is_no_matter()
    {
        Assert.Equal(Outcome.NotApplicable, A.AskOne(Rule, A.Runner(), [.. Weeks(40, 45, 42, 48), A.Run("2025-03-03").With(EquipmentKind.AnkleWeights, 1)]).Outcome);
        Assert.Equal(Outcome.NotApplicable, A.AskOne(Rule, A.Runner(), [.. Weeks(40, 45, 42, 48), A.Run("2025-03-03").WithVest(1)]).Outcome);
    }

    [Fact]
    public void The_fifth_week_back_is_outside() =>
        Assert.Equal(10, Assert.Single(A.Ask(Rule, A.Runner(), A.Log([.. Weeks(10, 10, 10, 10), A.Run("2025-02-02").Of(80).WithVest(5), A.Run("2025-03-03").Of(3).WithVest(5)]))).Limits[0].Value);

    private static Evaluation Ask(double now, params double[] before) => A.AskOne(Rule, A.Runner(), [.. Weeks(before), A.Run("2025-03-09").Of(now / 5).WithVest(5)]);

    /// <summary>So many kilogram-kilometres with five kilograms in each of the four weeks before.</summary>
    private static Activity[] Weeks(params double[] before) =>
        [.. new[] { "2025-02-03", "2025-02-16", "2025-02-19", "2025-03-02" }.Select((date, at) => A.Run(date).Of(before[at] / 5).WithVest(5)).Where(run => run.Distance!.Value.Meters > 0)];
}
