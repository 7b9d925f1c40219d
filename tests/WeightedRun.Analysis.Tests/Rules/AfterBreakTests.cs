using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class AfterBreakTests
{
    private const string Rule = "return.after-break";

    [Fact]
    public void R16_TV1_three_quarters_after_thirty_days_pass() => Assert.Equal(Outcome.Pass, After(30, 8, 6.0).Outcome);

    [Fact]
    public void R16_TV2_the_old_load_after_thirty_days_is_a_caution()
    {
        var evaluation = After(30, 8, 8.0);
        Assert.Equal((Severity.Caution, "LOAD_AFTER_BREAK"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
        Assert.Equal([new Measure("load_kg", 6)], evaluation.Limits);
    }

    [Fact]
    public void R16_TV3_more_than_the_old_load_after_fifty_days_is_a_violation() => Assert.Equal(Severity.Violation, After(50, 8, 9.0).Severity);

    [Fact]
    public void R16_TV4_the_first_run_after_thirty_days_without_any_is_a_violation_with_a_vest()
    {
        var evaluation = A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(5), A.Run("2025-02-03"));
        Assert.Equal((Severity.Violation, "RUNNING_BREAK"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
    }

    [Theory]
    [InlineData(20, 12, Outcome.NotApplicable)]
    [InlineData(21, 12, Outcome.Finding)]
    [InlineData(41, 6.05, Outcome.Pass)]
    [InlineData(42, 6.05, Outcome.Finding)]
    [InlineData(42, 4.05, Outcome.Pass)]
    [InlineData(42, 4.06, Outcome.Finding)]
    [InlineData(83, 4.06, Outcome.Finding)]
    [InlineData(84, 12, Outcome.NotApplicable)]
    public void Three_weeks_six_weeks_and_twelve_weeks_are_the_steps(int days, double kilograms, Outcome outcome) => Assert.Equal(outcome, After(days, 8, kilograms).Outcome);

    [Theory]
    [InlineData(6.05, null)]
    [InlineData(6.06, Severity.Caution)]
    [InlineData(8.05, Severity.Caution)]
    [InlineData(8.06, Severity.Violation)]
    public void Above_the_limit_a_caution_above_the_old_load_a_violation(double kilograms, Severity? severity) => Assert.Equal(severity, After(30, 8, kilograms).Severity);

    [Fact]
    public void The_old_load_was_carried_twice_in_the_six_weeks_that_end_with_the_break()
    {
        Activity[] priors = [A.Run("2024-12-21").WithVest(20), A.Run("2024-12-22").WithVest(9), A.Run("2025-01-10").WithVest(8), A.Run("2025-02-01").WithVest(7)];
        Assert.Equal(8, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(5), [.. priors, .. Daily("2025-03-03", 40)]).Observed[2].Value);
        Assert.Equal(7, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(5), [priors[3], .. Daily("2025-03-03", 40)]).Observed[2].Value);
    }

    [Fact]
    public void The_break_counts_from_any_weighted_run_and_what_is_missing_is_named()
    {
        Activity[] ankle = [A.Run("2025-02-01").With(EquipmentKind.AnkleWeights, 1), .. Daily("2025-03-03", 40)];
        Assert.Equal(["ESTABLISHED_LOAD"], A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(5), ankle).Reasons);
        Assert.Equal(["LOAD", "ESTABLISHED_LOAD"], A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(null), ankle).Reasons);
        Assert.Equal(["LOAD"], A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(null), [A.Run("2025-02-01").WithVest(5), .. Daily("2025-03-03", 40)]).Reasons);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").With(EquipmentKind.AnkleWeights, 1), ankle).Outcome);
    }

    [Theory]
    [InlineData("2024-12-10", Outcome.NotApplicable)]
    [InlineData("2024-12-11", Outcome.NotApplicable)] // 84 days
    [InlineData("2024-12-12", Outcome.InsufficientData)]
    public void Who_was_not_known_before_may_have_had_a_break(string from, Outcome outcome)
    {
        var log = new TrainingLog([A.Run("2025-03-05").WithVest(5)], A.Date(from), new DateTime(2025, 3, 17));
        var evaluation = Assert.Single(A.Ask(Rule, A.Runner(), log));
        Assert.Equal(outcome, evaluation.Outcome);
        if (outcome == Outcome.InsufficientData)
            Assert.Equal(("HISTORY", 83, 84), (Assert.Single(evaluation.Reasons), evaluation.Have, evaluation.Need));
    }

    [Fact]
    public void After_a_break_its_verdict_replaces_the_jump()
    {
        Activity[] priors = [A.Run("2025-02-01").WithVest(5), A.Run("2025-01-28").WithVest(5), .. Daily("2025-03-03", 40)];
        var jump = A.AskOf("load.jump", A.Runner(), A.Run("2025-03-05").WithVest(7), priors);
        Assert.Equal((Outcome.Suppressed, Rule, Severity.Caution), (jump.Outcome, jump.SuppressedBy, jump.Severity));
        var noBreak = A.AskOf("load.jump", A.Runner(), A.Run("2025-02-15").WithVest(7), priors);
        Assert.Equal(Outcome.Finding, noBreak.Outcome);
    }

    [Theory]
    [InlineData(13, 0, null)]
    [InlineData(14, 0, Severity.Caution)]
    [InlineData(15, 0, Severity.Caution)]
    [InlineData(27, 0, Severity.Caution)]
    [InlineData(28, 0, Severity.Violation)]
    [InlineData(28, 1, Severity.Caution)] // not the first run back
    public void Two_weeks_without_running_want_runs_before_weight(int gap, int runsBack, Severity? severity)
    {
        var today = A.Date("2025-03-05");
        var back = runsBack == 0 ? today : today.AddDays(-1);
        Activity[] others = [A.Run(Text(back.AddDays(-gap))), .. Enumerable.Range(0, runsBack).Select(at => A.Run(Text(back) + $"T{7 + at:00}:30"))];
        Assert.Equal(severity, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05T18:00").WithVest(5), others).Severity);
    }

    [Theory]
    [InlineData(14, 3, 7, Severity.Caution)]
    [InlineData(14, 4, 6, Severity.Caution)]
    [InlineData(14, 4, 7, null)]
    [InlineData(28, 7, 14, Severity.Caution)]
    [InlineData(28, 8, 13, Severity.Caution)]
    [InlineData(28, 8, 14, null)]
    [InlineData(40, 8, 29, null)] // the gap ended more than 28 days ago
    public void Enough_runs_and_days_back_are_enough(int gap, int runs, int days, Severity? severity)
    {
        var back = A.Date("2025-03-05").AddDays(-days);
        Activity[] others = [A.Run(Text(back.AddDays(-gap))), .. Enumerable.Range(0, runs).Select(at => A.Run(Text(back.AddDays(at * (days - 1) / (runs - 1))) + $"T{6 + at:00}:00"))];
        Assert.Equal(severity, A.AskOf(Rule, A.Runner(), A.Run("2025-03-05T18:00").WithVest(5), others).Severity);
    }

    [Fact]
    public void Both_halves_are_said_together_and_the_worse_counts()
    {
        var evaluation = A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(8), A.Run("2025-02-03").WithVest(8), A.Run("2025-02-01").WithVest(8));
        Assert.Equal(Severity.Violation, evaluation.Severity);
        Assert.Equal(["LOAD_AFTER_BREAK", "RUNNING_BREAK"], evaluation.Reasons);
        var unknown = A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(null), A.Run("2025-02-03").WithVest(8));
        Assert.Equal((Severity.Violation, "RUNNING_BREAK"), (unknown.Severity, Assert.Single(unknown.Reasons)));
        var ankle = A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").With(EquipmentKind.AnkleWeights, 1), A.Run("2025-02-15"));
        Assert.Equal((Severity.Caution, "RUNNING_BREAK"), (ankle.Severity, Assert.Single(ankle.Reasons)));
    }

    private static Evaluation After(int days, double established, double kilograms)
    {
        var last = A.Date("2025-03-05").AddDays(-days);
        return A.AskOf(Rule, A.Runner(), A.Run("2025-03-05").WithVest(kilograms), [A.Run(Text(last)).WithVest(established), A.Run(Text(last.AddDays(-4))).WithVest(established), .. Daily("2025-03-03", days + 10)]);
    }

    private static Activity[] Daily(string last, int days) => [.. Enumerable.Range(0, days).Select(back => A.Run(Text(A.Date(last).AddDays(-back)) + "T19:00"))];

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
