using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class TooManyWeightedRunsInAWeekTests
{
    [Theory]
    [InlineData(2, Outcome.Pass)]
    [InlineData(3, Outcome.Pass)]
    [InlineData(4, Outcome.Finding)]
    public void Three_weighted_runs_a_week_are_the_limit(int runs, Outcome outcome) =>
        Assert.Equal(outcome, Ask(A.Log([.. Enumerable.Range(3, runs).Select(day => A.Run($"2025-03-0{day}").WithVest())])).Outcome);

    [Fact]
    public void Light_wrist_weights_are_not_counted()
    {
        var log = A.Log(A.Run("2025-03-03").WithVest(), A.Run("2025-03-05").WithVest(), A.Run("2025-03-07").WithVest(), A.Run("2025-03-08").With(EquipmentKind.WristWeights, 1));
        Assert.Equal(Outcome.Pass, Ask(log).Outcome);
    }

    [Fact]
    public void A_week_that_is_not_over_cannot_pass_but_can_already_be_too_much()
    {
        var until = new DateTime(2025, 3, 9, 12, 0, 0);
        var three = Enumerable.Range(3, 3).Select(day => A.Run($"2025-03-0{day}").WithVest()).ToArray();
        var open = Ask(new TrainingLog(three, new DateOnly(2024, 9, 1), until));
        Assert.Equal((Outcome.InsufficientData, "WEEK_NOT_SYNCED"), (open.Outcome, Assert.Single(open.Reasons)));
        Assert.Equal(Severity.Violation, Ask(new TrainingLog([.. three, A.Run("2025-03-08").WithVest()], new DateOnly(2024, 9, 1), until)).Severity);
    }

    [Theory]
    [InlineData(23, Outcome.InsufficientData)]
    [InlineData(22, Outcome.InsufficientData)]
    [InlineData(24, Outcome.Pass)]
    public void The_week_ends_at_the_runners_own_midnight(int utcHour, Outcome outcome)
    {
        var run = A.Run("2025-03-03").WithVest() with { UtcOffset = TimeSpan.Zero };
        Assert.Equal(outcome, Ask(new TrainingLog([run], new DateOnly(2024, 9, 1), new DateTime(2025, 3, 9).AddHours(utcHour))).Outcome);
    }

    private static Evaluation Ask(TrainingLog log) => Assert.Single(new TooManyWeightedRunsInAWeek().Evaluate(new RuleContext(log, A.Runner(), Thresholds.Default, A.Week)));
}
