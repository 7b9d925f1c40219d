using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class WeeklyFrequencyTests
{
    private const string Limit = "frequency.weekly-limit";
    private const string Recommended = "frequency.weekly-recommended";

    [Fact]
    public void R01_TV1_three_vests_pass() => Assert.Equal(Outcome.Pass, A.AskOne(Limit, A.Runner(), Vests("2025-03-03", "2025-03-05", "2025-03-07")).Outcome);

    [Fact]
    public void R01_TV2_a_fourth_is_a_violation()
    {
        var evaluation = A.AskOne(Limit, A.Runner(), Vests("2025-03-03", "2025-03-04", "2025-03-06", "2025-03-08"));
        Assert.Equal(Severity.Violation, evaluation.Severity);
        Assert.Equal([new Measure("sessions", 4)], evaluation.Observed);
        Assert.Equal([new Measure("sessions", 3)], evaluation.Limits);
        Assert.Equal(4, evaluation.Activities.Count);
        Assert.Equal("week:2025-W10", evaluation.Subject);
    }

    [Fact]
    public void R01_TV3_light_wrist_weights_are_not_counted() =>
        Assert.Equal(Outcome.Pass, A.AskOne(Limit, A.Runner(), [.. Vests("2025-03-03", "2025-03-05", "2025-03-07"), A.Run("2025-03-08").With(EquipmentKind.WristWeights, 1)]).Outcome);

    [Fact]
    public void No_weighted_run_in_a_whole_week_passes() => Assert.Equal(Outcome.Pass, A.AskOne(Limit, A.Runner()).Outcome);

    [Theory]
    [InlineData(22, Outcome.InsufficientData)]
    [InlineData(23, Outcome.Pass)]
    [InlineData(24, Outcome.Pass)]
    public void The_week_ends_at_the_runners_own_midnight(int utcHour, Outcome outcome)
    {
        var run = A.Run("2025-03-03").WithVest() with { UtcOffset = TimeSpan.FromHours(1) };
        var later = A.Run("2025-03-12") with { UtcOffset = TimeSpan.FromHours(-5) };
        var log = new TrainingLog([run, later], new DateOnly(2024, 9, 1), new DateTime(2025, 3, 9).AddHours(utcHour));
        Assert.Equal(outcome, Assert.Single(A.Ask(Limit, A.Runner(), log)).Outcome);
    }

    [Theory]
    [InlineData("2025-03-03", Outcome.Pass)]
    [InlineData("2025-03-04", Outcome.InsufficientData)]
    public void The_week_must_be_known_from_its_first_day(string from, Outcome outcome)
    {
        var log = new TrainingLog(Vests("2025-03-05"), A.Date(from), new DateTime(2025, 3, 17));
        Assert.Equal(outcome, Assert.Single(A.Ask(Limit, A.Runner(), log)).Outcome);
    }

    [Fact]
    public void A_week_that_is_not_over_can_already_be_too_much()
    {
        var log = new TrainingLog(Vests("2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06"), new DateOnly(2024, 9, 1), new DateTime(2025, 3, 7));
        Assert.Equal(Severity.Violation, Assert.Single(A.Ask(Limit, A.Runner(), log)).Severity);
        var three = new TrainingLog(Vests("2025-03-03", "2025-03-04", "2025-03-05"), new DateOnly(2024, 9, 1), new DateTime(2025, 3, 7));
        Assert.Equal(["WEEK_NOT_SYNCED"], Assert.Single(A.Ask(Limit, A.Runner(), three)).Reasons);
    }

    [Fact]
    public void R02_TV1_a_third_day_is_a_note()
    {
        var before = Vests("2025-02-03", "2025-02-05", "2025-02-10", "2025-02-12", "2025-02-17", "2025-02-24", "2025-02-26");
        var evaluation = A.AskOne(Recommended, A.Runner(), [.. before, A.Run("2025-02-18"), .. Vests("2025-03-03", "2025-03-05", "2025-03-07")]);
        Assert.Equal((Severity.Info, 0), (evaluation.Severity, evaluation.Reasons.Count));
    }

    [Fact]
    public void R02_TV2_from_fifty_on_it_is_a_caution()
    {
        var evaluation = A.AskOne(Recommended, A.Runner(birthYear: 1970), Vests("2025-03-03", "2025-03-05", "2025-03-07"));
        Assert.Equal((Severity.Caution, "OLDER_RUNNER"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
    }

    [Theory]
    [InlineData(1976, Severity.Info)] // 49 in 2025
    [InlineData(1975, Severity.Caution)] // 50
    [InlineData(1974, Severity.Caution)]
    [InlineData(null, Severity.Info)]
    public void Fifty_is_reached_in_the_year(int? birthYear, Severity severity) =>
        Assert.Equal(severity, A.AskOne(Recommended, A.Runner(birthYear: birthYear), Vests("2025-03-03", "2025-03-05", "2025-03-07")).Severity);

    [Fact]
    public void R02_TV3_training_for_a_long_triathlon_allows_a_third_day()
    {
        var evaluation = A.AskOne(Recommended, A.Runner() with { IronmanUntil = new DateOnly(2025, 4, 30) }, Vests("2025-03-03", "2025-03-05", "2025-03-07"));
        Assert.Equal((Outcome.Pass, "IRONMAN"), (evaluation.Outcome, Assert.Single(evaluation.Reasons)));
    }

    [Theory]
    [InlineData("2025-03-08", null, false)]
    [InlineData("2025-03-09", null, true)]
    [InlineData("2025-03-10", null, true)]
    [InlineData("2025-12-31", "2024-11-16", false)] // 112 days end on 8 March
    [InlineData("2025-12-31", "2024-11-17", true)]
    [InlineData("2025-12-31", "2024-11-18", true)]
    public void The_exception_must_cover_the_whole_week(string until, string? setOn, bool holds)
    {
        var profile = A.Runner() with { IronmanUntil = A.Date(until), IronmanSetOn = setOn is null ? null : A.Date(setOn) };
        Assert.Equal(holds ? Outcome.Pass : Outcome.Finding, A.AskOne(Recommended, profile, Vests("2025-03-03", "2025-03-05", "2025-03-07")).Outcome);
    }

    [Fact]
    public void The_exception_lifts_a_caution_but_no_fourth_day()
    {
        var profile = A.Runner(birthYear: 1970) with { IronmanUntil = new DateOnly(2025, 4, 30) };
        Assert.Equal(Outcome.Pass, A.AskOne(Recommended, profile, Vests("2025-03-03", "2025-03-05", "2025-03-07")).Outcome);
        var four = A.AskOne(Recommended, profile, Vests("2025-03-03", "2025-03-05", "2025-03-07", "2025-03-09"));
        Assert.Equal((Outcome.Suppressed, Limit, Severity.Caution), (four.Outcome, four.SuppressedBy, four.Severity));
    }

    [Theory]
    [InlineData(2, Severity.Info)]
    [InlineData(3, Severity.Caution)]
    [InlineData(4, Severity.Caution)]
    public void Three_days_in_most_weeks_is_a_caution(int weeks, Severity severity)
    {
        var before = Enumerable.Range(1, weeks).SelectMany(back => new[] { 0, 2, 4 }.Select(day => VestOn(new DateOnly(2025, 3, 3).AddDays(day - (7 * back)))));
        Assert.Equal(severity, A.AskOne(Recommended, A.Runner(), [.. before, A.Run("2025-03-08"), .. Vests("2025-03-03", "2025-03-05", "2025-03-07")]).Severity);
    }

    [Theory]
    [InlineData("2025-02-03", Severity.Caution)]
    [InlineData("2025-02-04", Severity.Info)]
    public void Repetition_needs_four_known_weeks(string from, Severity severity)
    {
        Activity[] runs = [.. Enumerable.Range(0, 4).SelectMany(back => new[] { 1, 3, 5 }.Select(day => VestOn(new DateOnly(2025, 3, 3).AddDays(day - (7 * back))))), A.Run("2025-03-03")];
        var evaluation = Assert.Single(A.Ask(Recommended, A.Runner(), new TrainingLog(runs, A.Date(from), new DateTime(2025, 3, 17))));
        Assert.Equal(severity, evaluation.Severity);
    }

    [Theory]
    [InlineData(2, Outcome.Pass)]
    [InlineData(3, Outcome.Finding)]
    public void Four_weeks_without_a_plain_run_are_noted(int weeksBefore, Outcome outcome)
    {
        var runs = Enumerable.Range(0, weeksBefore + 1).Select(back => VestOn(new DateOnly(2025, 3, 4).AddDays(-7 * back)));
        var evaluation = A.AskOne(Recommended, A.Runner(), [.. runs]);
        Assert.Equal(outcome, evaluation.Outcome);
        Assert.Equal(outcome == Outcome.Finding, evaluation.Reasons.Contains("ALL_RUNS_WEIGHTED"));
    }

    [Fact]
    public void One_plain_run_is_enough_against_that_note()
    {
        var runs = Enumerable.Range(0, 4).Select(back => VestOn(new DateOnly(2025, 3, 4).AddDays(-7 * back)));
        Assert.Equal(Outcome.Pass, A.AskOne(Recommended, A.Runner(), [.. runs, A.Run("2025-02-20")]).Outcome);
    }

    [Fact]
    public void Two_runs_on_one_day_are_one_day_and_no_weighted_run_concerns_nobody()
    {
        Assert.Equal(Outcome.Pass, A.AskOne(Recommended, A.Runner(), Vests("2025-03-03T07:00", "2025-03-03T18:00", "2025-03-05")).Outcome);
        Assert.Equal(Outcome.NotApplicable, A.AskOne(Recommended, A.Runner(), A.Run("2025-03-03")).Outcome);
    }

    private static Activity[] Vests(params string[] starts) => [.. starts.Select(start => A.Run(start).WithVest())];

    private static Activity VestOn(DateOnly date) => A.Run(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).WithVest();
}
