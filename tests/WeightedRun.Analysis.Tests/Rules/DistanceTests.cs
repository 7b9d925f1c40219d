using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class DistanceTests
{
    private const string Spike = "distance.session-spike";
    private const string Longer = "distance.longer-than-usual";

    [Fact]
    public void R10_TV1_nine_percent_more_pass() => Assert.Equal(Outcome.Pass, AskSpike(10.9).Outcome);

    [Fact]
    public void R10_TV2_twenty_percent_more_are_a_caution()
    {
        var evaluation = AskSpike(12);
        Assert.Equal((Severity.Caution, "SMALL"), (evaluation.Severity, Assert.Single(evaluation.Reasons)));
        Assert.Equal(20, evaluation.Observed[1].Value, 9);
        Assert.Equal([new Measure("longest_distance_m", 10_000), new Measure("increase_percent", 10)], evaluation.Limits);
    }

    [Fact]
    public void R10_TV3_forty_percent_more_are_a_violation() => Assert.Equal((Severity.Violation, "MODERATE"), (AskSpike(14).Severity, Assert.Single(AskSpike(14).Reasons)));

    [Fact]
    public void R10_TV4_three_runs_are_too_few()
    {
        var evaluation = A.AskOf(Spike, A.Runner(), A.Run("2025-03-05").Of(25).WithVest(), Month()[1..]);
        Assert.Equal((Outcome.InsufficientData, 3, 4), (evaluation.Outcome, evaluation.Have, evaluation.Need));
        Assert.Equal(["RUNS"], evaluation.Reasons);
    }

    [Theory]
    [InlineData(11.1, null, null)]
    [InlineData(11.11, Severity.Caution, "SMALL")]
    [InlineData(13.1, Severity.Caution, "SMALL")]
    [InlineData(13.11, Severity.Violation, "MODERATE")]
    [InlineData(20.1, Severity.Violation, "MODERATE")]
    [InlineData(20.11, Severity.Violation, "LARGE")]
    public void Ten_thirty_and_a_hundred_percent_are_the_bands(double kilometers, Severity? severity, string? reason)
    {
        Assert.Equal((severity, reason), (AskSpike(kilometers).Severity, AskSpike(kilometers).Reasons.SingleOrDefault()));
        var plain = A.AskOf(Spike, A.Runner(), A.Run("2025-03-05").Of(kilometers), Month());
        Assert.Equal((severity is null ? null : Severity.Info, reason), (plain.Severity, plain.Reasons.SingleOrDefault()));
    }

    [Fact]
    public void A_light_vest_is_only_told() => Assert.Equal(Severity.Info, A.AskOf(Spike, A.Runner(), A.Run("2025-03-05").Of(25).WithVest(1), Month()).Severity);

    [Theory]
    [InlineData("2025-02-02", Severity.Violation)] // 31 days before: outside
    [InlineData("2025-02-03", null)]
    [InlineData("2025-03-05T05:00", Severity.Violation)] // the same day
    public void Thirty_days_before_are_looked_at(string other, Severity? severity) =>
        Assert.Equal(severity, A.AskOf(Spike, A.Runner(), A.Run("2025-03-05T18:00").Of(14).WithVest(), [A.Run(other).Of(30), .. Month()]).Severity);

    [Theory]
    [InlineData("2025-02-02", Outcome.Finding)]
    [InlineData("2025-02-03", Outcome.Finding)] // 30 days
    [InlineData("2025-02-04", Outcome.InsufficientData)]
    public void Thirty_days_must_be_known(string from, Outcome outcome)
    {
        var log = new TrainingLog([.. Month(), A.Run("2025-03-05").Of(25).WithVest()], A.Date(from));
        var evaluation = Assert.Single(A.Ask(Spike, A.Runner(), log));
        Assert.Equal(outcome, evaluation.Outcome);
        if (outcome != Outcome.Finding)
            Assert.Equal(("HISTORY", 29, 30), (Assert.Single(evaluation.Reasons), evaluation.Have, evaluation.Need));
    }

    [Fact]
    public void Everything_missing_is_named_in_order()
    {
        var log = new TrainingLog([A.Run("2025-03-05") with { Distance = null }]);
        Assert.Equal(["DISTANCE", "RUNS", "HISTORY"], Assert.Single(A.Ask(Spike, A.Runner(), log)).Reasons);
        Assert.Null(A.AskOf(Spike, A.Runner(), A.Run("2025-03-05") with { Distance = null }, Month()).Need);
        Assert.Equal((Outcome.NotApplicable, "week:2025-W10"), (A.AskOne(Spike, A.Runner()).Outcome, A.AskOne(Spike, A.Runner()).Subject));
        Activity[] unmeasured = [.. Month()[1..], A.Run("2025-02-12") with { Distance = null }];
        Assert.Equal(["RUNS"], A.AskOf(Spike, A.Runner(), A.Run("2025-03-05"), unmeasured).Reasons);
    }

    [Fact]
    public void R11_TV1_six_percent_more_pass() => Assert.Equal(Outcome.Pass, AskLonger(8.5).Outcome);

    [Fact]
    public void R11_TV2_nineteen_percent_more_are_a_note()
    {
        Assert.Equal(Severity.Info, AskLonger(9.5).Severity);
        Assert.Equal(new Measure("usual_distance_m", 8000), AskLonger(9.5).Limits[0]);
    }

    [Fact]
    public void R11_TV3_thirty_seven_percent_more_are_a_caution_and_no_spike()
    {
        Assert.Equal((Outcome.Finding, Severity.Caution), (AskLonger(11).Outcome, AskLonger(11).Severity));
        Assert.Equal(Outcome.Pass, A.AskOf(Spike, A.Experienced, A.Run("2025-03-05").Easy(11).WithVest(5), Usual()).Outcome);
    }

    [Fact]
    public void R11_TV4_five_runs_are_too_few()
    {
        var evaluation = A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(11).WithVest(5), Usual()[..5]);
        Assert.Equal((Outcome.InsufficientData, 5, 6), (evaluation.Outcome, evaluation.Have, evaluation.Need));
        Assert.NotEqual(Outcome.InsufficientData, A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(11).WithVest(5), Usual()[..6]).Outcome);
    }

    [Theory]
    [InlineData(8.88, null)]
    [InlineData(8.89, Severity.Info)]
    [InlineData(10.08, Severity.Info)]
    [InlineData(10.09, Severity.Caution)]
    public void Ten_and_twenty_five_percent_are_the_bands(double kilometers, Severity? severity) => Assert.Equal(severity, AskLonger(kilometers).Severity);

    [Theory]
    [InlineData(8.08, null)]
    [InlineData(8.09, Severity.Info)]
    [InlineData(8.88, Severity.Info)]
    [InlineData(8.89, Severity.Caution)]
    public void Beginners_and_the_heavily_loaded_have_none_and_ten(double kilometers, Severity? severity)
    {
        Assert.Equal(severity, A.AskOf(Longer, A.Runner(), A.Run("2025-03-05").Easy(kilometers).WithVest(3), Usual()).Severity);
        Assert.Equal(severity, A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(kilometers).WithVest(7.1), Usual()).Severity);
    }

    [Theory]
    [InlineData(7.0, null)] // 10.0 %
    [InlineData(7.03, null)]
    [InlineData(7.04, Severity.Info)] // 10.06 %
    [InlineData(null, null)]
    public void Heavily_loaded_is_above_ten_percent(double? kilograms, Severity? severity) =>
        Assert.Equal(severity, A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(8.5).WithVest(kilograms), Usual()).Severity);

    [Fact]
    public void Four_weeks_after_the_first_weighted_run_the_wider_bands_hold()
    {
        Assert.Equal(Severity.Info, A.AskOf(Longer, A.Runner(), A.Run("2025-03-05").Easy(8.5).WithVest(3), [.. Usual(), A.Run("2025-02-06T19:00").WithVest(3)]).Severity);
        Assert.Equal(Outcome.Pass, A.AskOf(Longer, A.Runner(), A.Run("2025-03-05").Easy(8.5).WithVest(3), [.. Usual(), A.Run("2025-02-05T19:00").WithVest(3)]).Outcome);
    }

    [Fact]
    public void A_spike_of_the_same_run_says_it_already()
    {
        var evaluation = A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(14).WithVest(5), Usual());
        Assert.Equal((Outcome.Suppressed, Spike), (evaluation.Outcome, evaluation.SuppressedBy));
    }

    [Fact]
    public void It_concerns_counted_runs_of_any_equipment_with_a_distance()
    {
        Assert.Equal(Severity.Caution, A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(11).With(EquipmentKind.AnkleWeights, 1), Usual()).Severity);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(11).WithVest(1), Usual()).Outcome);
        Assert.Equal(["DISTANCE"], A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").WithVest(5) with { Distance = null }, Usual()).Reasons);
    }

    [Theory]
    [InlineData("2025-01-21", 7)] // 43 days before
    [InlineData("2025-01-22", 8)]
    [InlineData("2025-03-05T05:00", 7)]
    public void Six_weeks_of_clean_runs_are_usual(string other, int runs)
    {
        var evaluation = A.AskOf(Longer, A.Experienced, A.Run("2025-03-05T18:00").Easy(9).WithVest(5), [A.Run(other).Easy(20), .. Usual()[..5]]);
        Assert.Equal(runs == 8, evaluation.Outcome != Outcome.InsufficientData);
    }

    private static Evaluation AskSpike(double kilometers) => A.AskOf(Spike, A.Runner(), A.Run("2025-03-05").Of(kilometers).WithVest(), Month());

    private static Evaluation AskLonger(double kilometers) => A.AskOf(Longer, A.Experienced, A.Run("2025-03-05").Easy(kilometers).WithVest(5), Usual());

    private static Activity[] Month() => [A.Run("2025-02-10").Of(6), A.Run("2025-02-14").Of(8), A.Run("2025-02-20").Of(10), A.Run("2025-02-25").Of(7)];

    private static Activity[] Usual() => [.. new double[] { 5, 5, 6, 6, 7, 8, 8, 12 }.Select((kilometers, at) => A.Run($"2025-02-{6 + (3 * at):00}").Easy(kilometers))];
}
