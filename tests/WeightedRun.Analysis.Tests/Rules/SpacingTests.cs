using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class SpacingTests
{
    private const string Rolling = "frequency.rolling-limit";
    private const string Double = "frequency.double-session";
    private const string BackToBack = "spacing.back-to-back";

    private static readonly Week WeekB = A.Week.AddWeeks(1);

    [Fact]
    public void R03_TV1_two_and_two_over_the_weekend_are_four_in_seven_days()
    {
        var evaluation = Assert.Single(A.Ask(Rolling, A.Runner(), A.Log(Vests("2025-03-07", "2025-03-09", "2025-03-11", "2025-03-13")), WeekB));
        Assert.Equal((Severity.Caution, "date:2025-03-13"), (evaluation.Severity, evaluation.Subject));
        Assert.Equal(4, evaluation.Observed[0].Value);
    }

    [Fact]
    public void R03_TV2_three_in_a_window_pass()
    {
        var evaluation = Assert.Single(A.Ask(Rolling, A.Runner(), A.Log(Vests("2025-03-03", "2025-03-05", "2025-03-08", "2025-03-10")), WeekB));
        Assert.Equal((Outcome.Pass, "week:2025-W11"), (evaluation.Outcome, evaluation.Subject));
    }

    [Fact]
    public void R03_TV3_six_in_a_row_are_said_once()
    {
        var log = A.Log(Vests("2025-03-07", "2025-03-08", "2025-03-09", "2025-03-10", "2025-03-11", "2025-03-12"));
        var evaluation = Assert.Single(A.Ask(Rolling, A.Runner(), log, WeekB));
        Assert.Equal((Outcome.Suppressed, Severity.Violation, BackToBack, 6), (evaluation.Outcome, evaluation.Severity, evaluation.SuppressedBy, evaluation.Observed[0].Value));
    }

    [Fact]
    public void Five_in_seven_days_are_a_violation_and_the_earliest_fullest_day_is_named()
    {
        var evaluation = Assert.Single(A.Ask(Rolling, A.Runner(), A.Log(Vests("2025-03-05", "2025-03-07", "2025-03-09T07:00", "2025-03-09T18:00", "2025-03-11", "2025-03-13")), WeekB));
        Assert.Equal((Severity.Violation, "date:2025-03-11"), (evaluation.Severity, evaluation.Subject));
    }

    [Fact]
    public void The_day_a_week_ago_is_outside() =>
        Assert.Equal(Outcome.Pass, Assert.Single(A.Ask(Rolling, A.Runner(), A.Log(Vests("2025-03-05", "2025-03-07", "2025-03-09", "2025-03-12")), WeekB)).Outcome);

    [Fact]
    public void The_weekly_limit_says_a_surplus_of_its_own_week()
    {
        var own = Assert.Single(A.Ask(Rolling, A.Runner(), A.Log(Vests("2025-03-10", "2025-03-12", "2025-03-14", "2025-03-16")), WeekB));
        Assert.Equal((Outcome.Suppressed, "frequency.weekly-limit"), (own.Outcome, own.SuppressedBy));
    }

    [Fact]
    public void A_surplus_of_the_week_before_is_not_said_by_this_weeks_limit()
    {
        // Fullest: 7 to 11 March with five; the fourth of them is on Sunday, in the week before.
        var runs = Vests("2025-03-07T07:00", "2025-03-07T18:00", "2025-03-09T07:00", "2025-03-09T18:00", "2025-03-11", "2025-03-14", "2025-03-15", "2025-03-16");
        var evaluation = Assert.Single(A.Ask(Rolling, A.Runner(), A.Log(runs), WeekB));
        Assert.Equal((Outcome.Finding, "date:2025-03-11"), (evaluation.Outcome, evaluation.Subject));
    }

    [Fact]
    public void R04_TV1_two_vests_on_one_day_are_a_caution()
    {
        var evaluation = A.AskOne(Double, A.Runner(), A.Run("2025-03-03T07:00").Lasting(50).WithVest(), A.Run("2025-03-03T18:00").Lasting(40).WithVest());
        Assert.Equal((Severity.Caution, "date:2025-03-03"), (evaluation.Severity, evaluation.Subject));
    }

    [Fact]
    public void R04_TV2_a_restarted_watch_is_one_run() =>
        Assert.Equal(Outcome.Pass, A.AskOne(Double, A.Runner(), A.Run("2025-03-03T07:00").Lasting(30).WithVest(), A.Run("2025-03-03T07:45").Lasting(25).WithVest()).Outcome);

    [Fact]
    public void R04_TV3_a_plain_run_in_the_evening_is_fine() =>
        Assert.Equal(Outcome.Pass, A.AskOne(Double, A.Runner(), A.Run("2025-03-03T07:00").WithVest(), A.Run("2025-03-03T18:00")).Outcome);

    [Fact]
    public void R05_TV1_two_light_days_in_a_row_are_a_note()
    {
        var evaluation = A.AskOne(BackToBack, A.Runner(), A.Run("2025-03-04").WithVest(3), A.Run("2025-03-05").WithVest(3));
        Assert.Equal((Severity.Info, "streak:2025-03-04"), (evaluation.Severity, evaluation.Subject));
    }

    [Fact]
    public void R05_TV2_two_heavier_days_in_a_row_are_a_caution() =>
        Assert.Equal(Severity.Caution, A.AskOne(BackToBack, A.Runner(), A.Run("2025-03-04").WithVest(6), A.Run("2025-03-05").WithVest(6)).Severity);

    [Fact]
    public void R05_TV3_four_days_in_a_row_are_a_violation() =>
        Assert.Equal(Severity.Violation, A.AskOne(BackToBack, A.Runner(), Vests("2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06")).Severity);

    [Theory]
    [InlineData(3.49, Severity.Info)]
    [InlineData(3.5, Severity.Caution)] // exactly 5 %
    [InlineData(3.51, Severity.Caution)]
    [InlineData(null, Severity.Caution)]
    public void Light_is_below_five_percent(double? kilograms, Severity severity) =>
        Assert.Equal(severity, A.AskOne(BackToBack, A.Runner(), A.Run("2025-03-04").WithVest(3), A.Run("2025-03-05").WithVest(kilograms)).Severity);

    [Fact]
    public void Light_counts_everything_that_is_carried_and_nobody_from_fifty_on()
    {
        Assert.Equal(Severity.Caution, A.AskOne(BackToBack, A.Runner(), A.Run("2025-03-04").WithVest(3), A.Run("2025-03-05").WithVest(3).And(EquipmentKind.AnkleWeights, 1)).Severity);
        Assert.Equal(Severity.Caution, A.AskOne(BackToBack, A.Runner(birthYear: 1970), A.Run("2025-03-04").WithVest(3), A.Run("2025-03-05").WithVest(3)).Severity);
        Assert.Equal(Severity.Caution, A.AskOne(BackToBack, A.Runner(kilograms: null), A.Run("2025-03-04").WithVest(3), A.Run("2025-03-05").WithVest(3)).Severity);
    }

    [Fact]
    public void Three_light_days_are_a_caution_and_single_days_pass()
    {
        Assert.Equal(Severity.Caution, A.AskOne(BackToBack, A.Runner(), A.Run("2025-03-04").WithVest(2), A.Run("2025-03-05").WithVest(2), A.Run("2025-03-06").WithVest(2)).Severity);
        Assert.Equal((Outcome.Pass, "week:2025-W10"), (A.AskOne(BackToBack, A.Runner(), Vests("2025-03-04", "2025-03-06")).Outcome, A.AskOne(BackToBack, A.Runner(), Vests("2025-03-04", "2025-03-06")).Subject));
        Assert.Equal(Outcome.NotApplicable, A.AskOne(BackToBack, A.Runner(), A.Run("2025-03-04")).Outcome);
    }

    [Fact]
    public void A_streak_over_the_weekend_is_counted_up_to_each_weeks_end()
    {
        var log = A.Log(Vests("2025-03-08", "2025-03-09", "2025-03-10", "2025-03-11"));
        var first = Assert.Single(A.Ask(BackToBack, A.Runner(), log));
        Assert.Equal(("streak:2025-03-08", 2, Severity.Caution), (first.Subject, first.Observed[0].Value, first.Severity));
        var second = Assert.Single(A.Ask(BackToBack, A.Runner(), log, WeekB));
        Assert.Equal(("streak:2025-03-08", 4, Severity.Violation), (second.Subject, second.Observed[0].Value, second.Severity));
    }

    [Fact]
    public void Two_streaks_of_a_week_are_two_answers() =>
        Assert.Equal(["streak:2025-03-03", "streak:2025-03-06"], A.Ask(BackToBack, A.Runner(), A.Log(Vests("2025-03-03", "2025-03-04", "2025-03-06", "2025-03-07"))).Select(evaluation => evaluation.Subject));

    private static Activity[] Vests(params string[] starts) => [.. starts.Select(start => A.Run(start).WithVest())];
}
