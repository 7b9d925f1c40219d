using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class BeginnerRampTests
{
    private const string Rule = "load.beginner-ramp";

    [Fact]
    public void R07_TV1_five_percent_at_first_pass() => Assert.Equal(Outcome.Pass, First(3.5).Outcome);

    [Fact]
    public void R07_TV2_seven_percent_at_first_are_a_caution() => Assert.Equal(Severity.Caution, First(5).Severity);

    [Fact]
    public void R07_TV3_eleven_percent_at_first_are_a_violation() => Assert.Equal(Severity.Violation, First(8).Severity);

    [Fact]
    public void R07_TV4_the_sixth_run_in_the_third_week_may_have_more()
    {
        var evaluation = A.AskOf(Rule, A.Runner(), A.Run("2025-03-03").WithVest(5), Vests("2025-02-10", "2025-02-12", "2025-02-17", "2025-02-20", "2025-02-24"));
        Assert.Equal(Outcome.Pass, evaluation.Outcome);
        Assert.Equal([new Measure("load_percent", 7.5)], evaluation.Limits);
        Assert.Equal((3, 6), (evaluation.Observed[2].Value, evaluation.Observed[3].Value));
    }

    [Theory]
    [InlineData(3.53, null)] // 5.04 %
    [InlineData(3.535, null)] // 5.05 %
    [InlineData(3.54, Severity.Caution)]
    [InlineData(7.03, Severity.Caution)] // twice the limit and a digit nobody sees
    [InlineData(7.035, Severity.Caution)]
    [InlineData(7.04, Severity.Violation)]
    public void Above_the_limit_a_caution_above_twice_a_violation(double kilograms, Severity? severity) => Assert.Equal(severity, First(kilograms).Severity);

    [Theory]
    [InlineData("2025-02-18", 5, 5.0)] // 13 days: week 1
    [InlineData("2025-02-17", 5, 7.5)] // 14 days: week 2
    [InlineData("2025-02-17", 4, 5.0)] // the fifth run is the first of the next step
    [InlineData("2025-02-04", 5, 7.5)] // 27 days: week 3
    [InlineData("2025-02-03", 5, 10.0)] // 28 days: week 4
    [InlineData("2025-01-07", 13, 10.0)] // 55 days: week 7
    [InlineData("2025-01-06", 13, null)] // 56 days and past the twelfth run: over
    [InlineData("2025-01-06", 12, 10.0)] // the twelfth run
    public void Stages_go_by_weeks_and_runs(string first, int index, double? limit)
    {
        var priors = Enumerable.Range(0, index - 1).Select(at => A.Run(A.Date(first).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + $"T{7 + at:00}:00").WithVest(2));
        var evaluation = A.AskOf(Rule, A.Runner(), A.Run("2025-03-03").WithVest(2), [.. priors]);
        Assert.Equal(limit, evaluation.Limits.Count == 0 ? null : evaluation.Limits[0].Value);
        Assert.Equal(limit is null ? Outcome.NotApplicable : Outcome.Pass, evaluation.Outcome);
    }

    [Theory]
    [InlineData("2024-12-10", false)] // 83 days
    [InlineData("2024-12-09", true)] // 84 days
    [InlineData("2024-12-08", true)]
    public void Eighty_four_days_without_weight_start_it_anew(string last, bool isAnew)
    {
        var priors = Enumerable.Range(0, 13).Select(back => A.Run(A.Date(last).AddDays(-7 * back).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).WithVest(3));
        Assert.Equal(isAnew, A.AskOf(Rule, A.Runner(), A.Run("2025-03-03").WithVest(3), [.. priors]).Outcome != Outcome.NotApplicable);
    }

    [Fact]
    public void Who_knew_weight_before_is_no_beginner_until_a_long_break()
    {
        var evaluation = A.AskOf(Rule, A.Experienced, A.Run("2025-03-03").WithVest(8));
        Assert.Equal((Outcome.NotApplicable, "EXPERIENCED"), (evaluation.Outcome, Assert.Single(evaluation.Reasons)));
        Assert.Equal(Severity.Violation, A.AskOf(Rule, A.Experienced with { UsualLoad = null }, A.Run("2025-03-03").WithVest(8)).Severity);
        Assert.Equal(Severity.Violation, A.AskOf(Rule, A.Experienced with { ExperiencedSince = A.Date("2025-03-04") }, A.Run("2025-03-03").WithVest(8)).Severity);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Experienced with { ExperiencedSince = A.Date("2025-03-03") }, A.Run("2025-03-03").WithVest(8)).Outcome);
        Assert.Equal(Severity.Violation, A.AskOf(Rule, A.Experienced, A.Run("2025-03-03").WithVest(8), A.Run("2024-10-01").WithVest(8)).Severity);
    }

    [Theory]
    [InlineData(3.05, null)]
    [InlineData(3.06, Severity.Caution)]
    [InlineData(20, Severity.Caution)]
    public void Without_a_body_mass_kilograms_are_an_estimate_and_never_a_violation(double kilograms, Severity? severity)
    {
        var evaluation = A.AskOf(Rule, A.Runner(kilograms: null), A.Run("2025-03-03").WithVest(kilograms));
        Assert.Equal((severity, "ESTIMATED"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
    }

    [Fact]
    public void An_unknown_load_is_missing_and_a_light_one_no_matter()
    {
        Assert.Equal(["LOAD"], A.AskOf(Rule, A.Runner(), A.Run("2025-03-03").WithVest(null)).Reasons);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Runner(), A.Run("2025-03-03").WithVest(1)).Outcome);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Runner(), A.Run("2025-03-03").With(EquipmentKind.AnkleWeights, 1)).Outcome);
    }

    [Theory]
    [InlineData(8.0, null)]
    [InlineData(8.08, null)] // one percent
    [InlineData(8.09, Severity.Info)]
    public void In_the_first_four_weeks_half_of_the_usual_is_far_enough(double kilometers, Severity? severity)
    {
        var evaluation = A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").Easy(kilometers).WithVest(3), A.Habit("2025-03-03", 6));
        Assert.Equal(severity, evaluation.Severity);
        Assert.Equal(severity is not null, evaluation.Reasons.Contains("DISTANCE"));
        Assert.Equal(Outcome.Pass, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").Easy(kilometers).WithVest(3), A.Habit("2025-03-03", 5)).Outcome);
    }

    [Fact]
    public void From_the_fifth_week_on_the_distance_is_no_matter_here() =>
        Assert.Equal(Outcome.Pass, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").Easy(12).WithVest(3), [.. A.Habit("2025-03-03", 6), .. Vests("2025-02-05")]).Outcome);

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, Severity.Caution)]
    public void Three_runs_in_one_of_the_first_weeks_are_a_caution(int runs, Severity? severity)
    {
        var evaluation = OfWeek(A.Runner(), [.. A.Habit("2025-03-02", 20), .. Vests("2025-03-03", "2025-03-05", "2025-03-07").Take(runs)]);
        Assert.Equal(severity, evaluation.Severity);
        Assert.Equal(severity is null ? [] : ["SESSIONS"], evaluation.Reasons);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    [InlineData(17, false)]
    public void Sixteen_runs_in_eight_weeks_are_a_base(int runs, bool lacks)
    {
        Activity[] base8 = [.. Enumerable.Range(0, runs - 1).Select(back => A.Run(A.Date("2025-03-02").AddDays(-2 * back).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))), A.Run("2025-01-06")];
        var evaluation = OfWeek(A.Runner(), [.. base8, .. Vests("2025-03-03")]);
        Assert.Equal(lacks ? ["NO_BASE"] : [], evaluation.Reasons);
        Assert.Equal(lacks ? Severity.Info : null, evaluation.Severity);
    }

    [Theory]
    [InlineData("2025-01-05", false)]
    [InlineData("2025-01-06", false)] // 56 days before
    [InlineData("2025-01-07", true)]
    public void A_base_also_needs_eight_weeks(string first, bool lacks)
    {
        var runs = Enumerable.Range(0, 20).Select(back => A.Run(A.Date("2025-03-02").AddDays(-2 * back).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(lacks, OfWeek(A.Runner(), [.. runs, A.Run(first), .. Vests("2025-03-03")]).Reasons.Contains("NO_BASE"));
    }

    [Fact]
    public void Nobody_lacks_a_base_that_is_not_known()
    {
        var log = new TrainingLog(Vests("2025-03-03"), A.Date("2025-01-07"), new DateTime(2025, 3, 17));
        Assert.Equal(Outcome.Pass, A.Ask(Rule, A.Runner(), log)[1].Outcome);
    }

    [Fact]
    public void The_experienced_have_no_answer_for_the_week() => Assert.Single(A.Ask(Rule, A.Experienced, A.Log(Vests("2025-03-03"))));

    private static Evaluation First(double kilograms) => A.AskOf(Rule, A.Runner(), A.Run("2025-03-03").WithVest(kilograms));

    private static Evaluation OfWeek(RunnerProfile profile, params Activity[] runs) => Assert.Single(A.Ask(Rule, profile, A.Log(runs)), evaluation => evaluation.Subject == "week:2025-W10");

    private static Activity[] Vests(params string[] starts) => [.. starts.Select(start => A.Run(start).WithVest(3))];
}
