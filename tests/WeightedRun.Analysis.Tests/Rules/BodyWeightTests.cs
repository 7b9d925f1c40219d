using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class BodyWeightTests
{
    private const string Rule = "load.body-weight";

    [Fact]
    public void R06_TV1_ten_percent_pass() => Assert.Equal(Outcome.Pass, A.AskOne(Rule, A.Runner(), A.Run("2025-03-03").WithVest(7)).Outcome);

    [Fact]
    public void R06_TV2_twelve_percent_are_a_note_and_from_fifty_on_a_caution()
    {
        Assert.Equal(Severity.Info, A.AskOne(Rule, A.Experienced, A.Run("2025-03-03").WithVest(8.4)).Severity);
        Assert.Equal(Severity.Caution, A.AskOne(Rule, A.Experienced with { BirthYear = 1970 }, A.Run("2025-03-03").WithVest(8.4)).Severity);
    }

    [Fact]
    public void R06_TV3_over_twenty_percent_are_a_violation()
    {
        var evaluation = A.AskOne(Rule, A.Runner(), A.Run("2025-03-03").WithVest(15));
        Assert.Equal(Severity.Violation, evaluation.Severity);
        Assert.Equal([new Measure("load_percent", 20)], evaluation.Limits);
    }

    [Theory]
    [InlineData(7.0, null)] // 10.0 % of 70 kg
    [InlineData(7.03, null)] // 10.04 %: shown as 10.0
    [InlineData(7.035, null)] // 10.05 %
    [InlineData(7.04, Severity.Info)]
    [InlineData(10.5, Severity.Info)] // 15.0 %
    [InlineData(10.53, Severity.Info)]
    [InlineData(10.54, Severity.Caution)]
    [InlineData(14.0, Severity.Caution)] // 20.0 %
    [InlineData(14.03, Severity.Caution)]
    [InlineData(14.04, Severity.Violation)]
    public void Ten_fifteen_and_twenty_percent_of_the_body_are_the_bands(double kilograms, Severity? severity) =>
        Assert.Equal(severity, A.AskOne(Rule, A.Experienced, A.Run("2025-03-03").WithVest(kilograms)).Severity);

    [Fact]
    public void All_that_the_trunk_carries_is_added_and_what_is_pushed_is_not()
    {
        var run = A.Run("2025-03-03").WithVest(5).And(EquipmentKind.WeightBelt, 2).And(EquipmentKind.WristWeights, 1).And(EquipmentKind.Stroller, 15);
        Assert.Equal(7, A.AskOne(Rule, A.Runner(), run).Observed[0].Value);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(["BODY_WEIGHT", "LOAD"], A.AskOne(Rule, A.Runner(kilograms: null), A.Run("2025-03-03").WithVest(null)).Reasons);
        Assert.Equal(["LOAD"], A.AskOne(Rule, A.Runner(), A.Run("2025-03-03").WithVest(5).And(EquipmentKind.Sandbag, null)).Reasons);
        Assert.Equal(["BODY_WEIGHT"], A.AskOne(Rule, A.Runner(kilograms: null), A.Run("2025-03-03").WithVest(5)).Reasons);
    }

    [Fact]
    public void Light_vests_pass_and_limbs_alone_are_another_rules_matter()
    {
        Assert.Equal(Outcome.Pass, A.AskOne(Rule, A.Runner(), A.Run("2025-03-03").WithVest(1)).Outcome);
        Assert.Equal(Outcome.NotApplicable, A.AskOne(Rule, A.Runner(), A.Run("2025-03-03").With(EquipmentKind.AnkleWeights, 2)).Outcome);
        Assert.Equal("week:2025-W10", A.AskOne(Rule, A.Runner(), A.Run("2025-03-03")).Subject);
    }

    [Theory]
    [InlineData("2024-09-05", false)] // 179 days
    [InlineData("2024-09-04", false)] // 180 days
    [InlineData("2024-09-03", true)]
    public void An_old_body_mass_is_used_and_named(string on, bool isStale)
    {
        var profile = A.Experienced with { BodyMass = [new BodyMassEntry(A.Date(on), Mass.FromKilograms(70))] };
        Assert.Equal(isStale ? ["BODY_WEIGHT_STALE"] : [], A.AskOne(Rule, profile, A.Run("2025-03-03").WithVest(8.4)).Reasons);
    }

    [Fact]
    public void The_newest_entry_up_to_the_day_counts_and_a_later_one_is_unknown()
    {
        var profile = A.Runner() with { BodyMass = [new BodyMassEntry(A.Date("2025-03-03"), Mass.FromKilograms(80)), new BodyMassEntry(A.Date("2025-01-01"), Mass.FromKilograms(70)), new BodyMassEntry(A.Date("2025-03-04"), Mass.FromKilograms(90))] };
        Assert.Equal(80, A.AskOne(Rule, profile, A.Run("2025-03-03").WithVest(7)).Observed[1].Value);
        Assert.Equal(["BODY_WEIGHT"], A.AskOf(Rule, profile, A.Run("2024-12-31").WithVest(7)).Reasons);
    }

    [Theory]
    [InlineData(119, 7, null)] // 1.5 times the usual 10 m a kilometre is 120 m on 8 km
    [InlineData(120, 7, null)]
    [InlineData(121, 7, Severity.Info)]
    [InlineData(121, 3.49, null)]
    [InlineData(121, 3.5, Severity.Info)] // exactly 5 % counts
    public void Weight_and_hills_add_up(double climb, double kilograms, Severity? severity)
    {
        var evaluation = A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").Easy(8).Climbing(climb).WithVest(kilograms), Hills(6));
        Assert.Equal(severity, evaluation.Severity);
        Assert.Equal(severity is not null, evaluation.Reasons.Contains("HILLY_AND_WEIGHTED"));
    }

    [Fact]
    public void Hills_need_six_runs_to_compare_with_outdoors()
    {
        var run = A.Run("2025-03-05").Easy(8).Climbing(400).WithVest(7);
        Assert.Equal(Outcome.Pass, A.AskOf(Rule, A.Runner(), run, Hills(5)).Outcome);
        Assert.Equal(Outcome.Pass, A.AskOf(Rule, A.Runner(), run.On(Surface.Treadmill), Hills(6)).Outcome);
        Assert.Equal(Outcome.Pass, A.AskOf(Rule, A.Runner(), run, [.. Hills(6).Select(hill => hill.On(Surface.Treadmill))]).Outcome);
        Assert.Equal(Outcome.Pass, A.AskOf(Rule, A.Runner(), run, [.. Hills(6).Select(hill => hill.Climbing(0))]).Outcome);
        Assert.Equal(Outcome.Finding, A.AskOf(Rule, A.Runner(), run, Hills(6)).Outcome);
    }

    [Fact]
    public void A_heavier_load_keeps_its_severity_on_hills()
    {
        var evaluation = A.AskOf(Rule, A.Experienced, A.Run("2025-03-05").Easy(8).Climbing(400).WithVest(12), Hills(6));
        Assert.Equal((Severity.Caution, "HILLY_AND_WEIGHTED"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
    }

    [Fact]
    public void A_beginners_violation_says_it_already()
    {
        var evaluation = A.AskOne(Rule, A.Runner(), A.Run("2025-03-03").WithVest(8.4));
        Assert.Equal((Outcome.Suppressed, "load.beginner-ramp"), (evaluation.Outcome, evaluation.SuppressedBy));
        Assert.Equal(Outcome.Finding, A.AskOne(Rule, A.Runner(), A.Run("2025-03-03").WithVest(12)).Outcome);
    }

    private static Activity[] Hills(int runs) => [.. A.Habit("2025-03-03", runs).Select(run => run.Climbing(80))];
}
