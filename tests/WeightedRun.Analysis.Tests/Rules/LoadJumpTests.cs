using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class LoadJumpTests
{
    private const string Rule = "load.jump";

    [Fact]
    public void R08_TV1_a_kilogram_more_passes() => Assert.Equal(Outcome.Pass, Ask(6, 70, 5, 5).Outcome);

    [Fact]
    public void R08_TV2_two_and_a_half_more_are_a_caution()
    {
        var evaluation = Ask(7.5, 70, 5, 5);
        Assert.Equal(Severity.Caution, evaluation.Severity);
        Assert.Equal([new Measure("load_kg", 7.5), new Measure("established_load_kg", 5), new Measure("increase_kg", 2.5)], evaluation.Observed);
        Assert.Equal([new Measure("increase_kg", 1)], evaluation.Limits);
    }

    [Fact]
    public void R08_TV3_five_more_are_a_violation() => Assert.Equal(Severity.Violation, Ask(10, 70, 5, 5).Severity);

    [Fact]
    public void R08_TV4_a_tenth_of_a_high_load_passes()
    {
        var evaluation = Ask(15.4, 80, 14, 14);
        Assert.Equal(Outcome.Pass, evaluation.Outcome);
        Assert.Equal(1.4, evaluation.Limits[0].Value, 9);
    }

    [Fact]
    public void R08_TV5_one_heavy_run_does_not_legalise_itself() => Assert.Equal(Severity.Caution, Ask(7, 70, 5, 6).Severity);

    [Theory]
    [InlineData(6.05, null)]
    [InlineData(6.06, Severity.Caution)]
    [InlineData(8.05, Severity.Caution)] // three steps
    [InlineData(8.06, Severity.Violation)]
    public void One_step_is_allowed_and_three_are_too_many(double kilograms, Severity? severity) => Assert.Equal(severity, Ask(kilograms, 70, 5, 5).Severity);

    [Theory]
    [InlineData(6.0, null)] // 2.5 % of 40 kg is one kilogram
    [InlineData(7.02, Severity.Caution)] // 5.05 % of 40 kg
    [InlineData(7.03, Severity.Violation)]
    public void Five_percent_of_the_body_at_once_are_a_violation(double kilograms, Severity? severity) => Assert.Equal(severity, Ask(kilograms, 40, 5, 5).Severity);

    [Fact]
    public void A_small_body_may_add_less_than_a_kilogram() => Assert.Equal(0.75, Ask(5, 30, 5, 5).Limits[0].Value, 9);

    [Fact]
    public void Without_a_body_mass_only_the_steps_count()
    {
        Assert.Equal(Severity.Caution, Ask(8.0, null, 5, 5).Severity);
        Assert.Equal(Severity.Violation, Ask(8.1, null, 5, 5).Severity);
    }

    [Fact]
    public void One_run_before_makes_a_caution_at_most()
    {
        var evaluation = Ask(15, 70, 5);
        Assert.Equal((Severity.Caution, "ONE_PRIOR"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
        Assert.Equal((Outcome.Pass, "ONE_PRIOR"), (Ask(6, 70, 5).Outcome, Assert.Single(Ask(6, 70, 5).Reasons)));
    }

    [Theory]
    [InlineData("2025-01-21", Outcome.Pass)] // 43 days before: outside, so one prior
    [InlineData("2025-01-22", Outcome.Finding)] // 42 days before: inside
    public void Six_weeks_are_looked_at(string first, Outcome outcome)
    {
        var evaluation = A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(8), A.Run(first).WithVest(5), A.Run("2025-02-20").WithVest(8));
        Assert.Equal(outcome, evaluation.Outcome);
    }

    [Fact]
    public void Runs_of_the_same_day_are_no_habit() =>
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05T18:00").WithVest(8), A.Run("2025-03-05T07:00").WithVest(5)).Outcome);

    [Fact]
    public void Unknown_loads_before_are_skipped_and_an_unknown_one_now_is_missing()
    {
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(null), A.Run("2025-02-20").WithVest(null)).Outcome);
        Assert.Equal(["LOAD"], A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(null), A.Run("2025-02-20").WithVest(5)).Reasons);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(1), A.Run("2025-02-20").WithVest(5)).Outcome);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").With(EquipmentKind.HandWeights, 2), A.Run("2025-02-20").WithVest(5)).Outcome);
    }

    private static Evaluation Ask(double kilograms, double? body, params double[] priors) =>
        A.AskOf(Rule, A.Runner(body), A.Run("2025-03-05").WithVest(kilograms), [.. priors.Select((load, at) => A.Run($"2025-02-2{at}").WithVest(load))]);
}
