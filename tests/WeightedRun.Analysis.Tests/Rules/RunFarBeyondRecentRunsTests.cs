using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class RunFarBeyondRecentRunsTests
{
    [Theory]
    [InlineData(10.9, null, null)]
    [InlineData(11.1, null, null)]
    [InlineData(11.2, Severity.Caution, "SMALL")]
    [InlineData(13.1, Severity.Caution, "SMALL")]
    [InlineData(14.0, Severity.Violation, "MODERATE")]
    [InlineData(20.1, Severity.Violation, "MODERATE")]
    [InlineData(20.3, Severity.Violation, "LARGE")]
    public void A_weighted_run_is_compared_with_the_longest_of_thirty_days(double kilometers, Severity? severity, string? reason)
    {
        var evaluation = Ask([.. Month(), A.Run("2025-03-05").Of(kilometers).WithVest()]);
        Assert.Equal(severity, evaluation.Severity);
        Assert.Equal(reason, evaluation.Reasons.SingleOrDefault());
    }

    [Fact]
    public void A_run_without_weight_is_only_told() => Assert.Equal(Severity.Info, Ask([.. Month(), A.Run("2025-03-05").Of(25)]).Severity);

    [Fact]
    public void Three_runs_in_the_window_are_too_few()
    {
        var evaluation = Ask([.. Month()[1..], A.Run("2025-03-05").Of(25).WithVest()]);
        Assert.Equal((Outcome.InsufficientData, 3, 4), (evaluation.Outcome, evaluation.Have, evaluation.Need));
        Assert.Equal(["RUNS"], evaluation.Reasons);
    }

    [Fact]
    public void The_thirty_first_day_back_does_not_count() =>
        Assert.Equal(Severity.Violation, Ask([A.Run("2025-02-02").Of(30), .. Month(), A.Run("2025-03-05").Of(14).WithVest()]).Severity);

    [Fact]
    public void The_thirtieth_day_back_counts() =>
        Assert.Equal(Outcome.Pass, Ask([A.Run("2025-02-03").Of(30), .. Month(), A.Run("2025-03-05").Of(14).WithVest()]).Outcome);

    [Fact]
    public void A_history_that_is_too_short_is_named()
    {
        var runs = Month().Append(A.Run("2025-03-05").Of(25).WithVest());
        var log = new TrainingLog(runs, syncedFrom: new DateOnly(2025, 2, 10));
        var evaluation = Assert.Single(new RunFarBeyondRecentRuns().Evaluate(new RuleContext(log, A.Runner(), Thresholds.Default, A.Week)));
        Assert.Equal(["HISTORY"], evaluation.Reasons);
    }

    private static Activity[] Month() => [A.Run("2025-02-10").Of(6), A.Run("2025-02-14").Of(8), A.Run("2025-02-20").Of(10), A.Run("2025-02-25").Of(7)];

    private static Evaluation Ask(Activity[] runs) => Assert.Single(new RunFarBeyondRecentRuns().Evaluate(new RuleContext(A.Log(runs), A.Runner(), Thresholds.Default, A.Week)));
}
