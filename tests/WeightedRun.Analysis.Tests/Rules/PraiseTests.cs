using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class PraiseTests
{
    private const string Spaced = "positive.well-spaced-week";
    private const string Streak = "positive.compliant-streak";

    [Fact]
    public void R17_TV1_tuesday_and_friday_are_well_spaced() => Assert.Equal(Severity.Positive, Ask(Spaced, "2025-03-04", "2025-03-07").Severity);

    [Fact]
    public void R17_TV2_tuesday_and_wednesday_are_not() => Assert.Equal(Outcome.Pass, Ask(Spaced, "2025-03-04", "2025-03-05").Outcome);

    [Fact]
    public void R17_TV3_a_week_without_weight_does_not_break_the_streak()
    {
        Assert.Equal(3, Ask(Streak, "2025-02-12", "2025-02-19", "2025-03-05").Observed[0].Value);
        Assert.Equal(4, Ask(Streak, "2025-02-05", "2025-02-12", "2025-02-19", "2025-03-05").Observed[0].Value);
    }

    [Fact]
    public void The_day_before_the_week_counts_for_its_spacing() => Assert.Equal(Outcome.Pass, Ask(Spaced, "2025-03-02", "2025-03-03").Outcome);

    [Fact]
    public void Two_light_days_in_a_row_are_no_fault_and_no_praise() =>
        Assert.Equal(Outcome.Pass, A.AskOne(Spaced, A.Experienced, A.Run("2025-03-04").WithVest(2), A.Run("2025-03-05").WithVest(2)).Outcome);

    [Fact]
    public void A_fault_of_any_rule_takes_the_praise() =>
        Assert.Equal(Outcome.Pass, A.AskOne(Spaced, A.Experienced, A.Run("2025-03-04").WithVest(12), A.Run("2025-03-07").WithVest(5)).Outcome);

    [Fact]
    public void Without_weight_there_is_nothing_to_praise_and_an_open_week_is_not_praised()
    {
        Assert.Equal(Outcome.NotApplicable, A.AskOne(Spaced, A.Experienced, A.Run("2025-03-04")).Outcome);
        Assert.Equal(Outcome.NotApplicable, A.AskOne(Streak, A.Experienced, A.Run("2025-03-04")).Outcome);
        var open = new TrainingLog([A.Run("2025-03-04").WithVest()], new DateOnly(2024, 9, 1), new DateTime(2025, 3, 8));
        Assert.Equal(["WEEK_NOT_SYNCED"], Assert.Single(A.Ask(Spaced, A.Experienced, open)).Reasons);
        Assert.Equal(1, Assert.Single(A.Ask(Streak, A.Experienced, open)).Observed[0].Value);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(8, true)]
    [InlineData(12, true)]
    [InlineData(25, false)]
    [InlineData(26, true)]
    [InlineData(52, true)]
    [InlineData(53, false)]
    public void Streaks_are_praised_at_their_milestones(int weeks, bool isPraised)
    {
        var evaluation = Assert.Single(A.Ask(Streak, A.Experienced, LogOf(Enumerable.Range(0, weeks))));
        Assert.Equal((weeks, isPraised ? Severity.Positive : null), (evaluation.Observed[0].Value, evaluation.Severity));
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 1)] // the fourth week without weight ends it
    public void Three_weeks_without_weight_are_neutral(int without, int streak) =>
        Assert.Equal(streak, Assert.Single(A.Ask(Streak, A.Experienced, LogOf([0, without + 1]))).Observed[0].Value);

    [Fact]
    public void A_week_with_a_fault_starts_it_anew()
    {
        var log = A.Log([.. new[] { "2025-02-12", "2025-02-19", "2025-02-20", "2025-02-26", "2025-03-05" }.Select(date => A.Run(date).Easy(5, 400).WithVest()), .. Evenings(60)]);
        Assert.Equal(2, Assert.Single(A.Ask(Streak, A.Experienced, log)).Observed[0].Value);
        Assert.Equal(0, Assert.Single(A.Ask(Streak, A.Experienced, log, A.Week.AddWeeks(-2))).Observed[0].Value);
    }

    private static Evaluation Ask(string rule, params string[] dates) => A.AskOne(rule, A.Experienced, [.. dates.Select(date => A.Run(date).Easy(5, 400).WithVest()), .. Evenings(40)]);

    private static TrainingLog LogOf(IEnumerable<int> weeksBack) =>
        new(weeksBack.Select(back => A.Run(A.Date("2025-03-05").AddDays(-7 * back).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Easy(5, 400).WithVest(back == 0 ? 3 : 5))
            .Concat(Evenings(200)), new DateOnly(2023, 1, 1), new DateTime(2025, 3, 17));

    /// <summary>Plain runs all the time, so that nobody comes back from a break.</summary>
    private static IEnumerable<Activity> Evenings(int runs) =>
        Enumerable.Range(0, runs).Select(at => A.Run(A.Date("2025-03-04").AddDays(-2 * at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T19:00"));
}
