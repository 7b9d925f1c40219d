using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class HeartRateTests
{
    private const string Rule = "effort.heart-rate";

    private static readonly RunnerProfile Set = A.Runner() with { MaxHeartRateBpm = 190 };
    private static readonly RunnerProfile Forty = A.Runner(birthYear: 1985);

    [Fact]
    public void R13_TV1_above_eighty_five_percent_is_a_caution()
    {
        Assert.Equal(Severity.Caution, Ask(Set, 165).Severity);
        Assert.Equal(86.8, Ask(Set, 165).Observed[1].Value, 0.05);
    }

    [Fact]
    public void R13_TV2_below_it_passes() => Assert.Equal(Outcome.Pass, Ask(Set, 150).Outcome);

    [Fact]
    public void R13_TV3_an_estimate_accuses_only_above_ninety() => Assert.Equal((Outcome.Pass, "ESTIMATED"), (Ask(Forty, 158).Outcome, Assert.Single(Ask(Forty, 158).Reasons)));

    [Fact]
    public void R13_TV4_above_ninety_of_an_estimate_is_a_note_and_no_heart_rate_is_missing()
    {
        Assert.Equal((Severity.Info, "ESTIMATED"), (Ask(Forty, 163).Severity, Assert.Single(Ask(Forty, 163).Reasons)));
        Assert.Equal(["NO_HR"], Ask(Forty, null).Reasons);
    }

    [Theory]
    [InlineData(170.0, null)] // 85.0 % of 200
    [InlineData(170.1, null)] // 85.05 %
    [InlineData(170.2, Severity.Caution)]
    public void Eighty_five_percent_is_the_limit(double rate, Severity? severity) => Assert.Equal(severity, Ask(A.Runner() with { MaxHeartRateBpm = 200 }, rate).Severity);

    [Theory]
    [InlineData(162.0, null)] // 90.0 % of 180
    [InlineData(162.09, null)]
    [InlineData(162.1, Severity.Info)]
    public void Ninety_percent_is_the_limit_of_an_estimate(double rate, Severity? severity) => Assert.Equal(severity, Ask(Forty, rate).Severity);

    [Theory]
    [InlineData(89.9, true)]
    [InlineData(90, false)]
    [InlineData(195, false)] // five above the highest
    [InlineData(195.1, true)]
    public void A_heart_rate_must_be_credible(double rate, bool isBad) => Assert.Equal(isBad, Ask(Set, rate).Reasons.Contains("HR_QUALITY"));

    [Theory]
    [InlineData(147.0, true)]
    [InlineData(146.9, false)]
    [InlineData(153.0, true)]
    [InlineData(153.1, false)]
    [InlineData(null, false)]
    public void A_sensor_that_counts_steps_is_not_believed(double? cadence, bool isBad) =>
        Assert.Equal(isBad, A.AskOf(Rule, Set, Run(150) with { AverageCadenceSpm = cadence }).Reasons.Contains("HR_QUALITY"));

    [Theory]
    [InlineData(1199, true)]
    [InlineData(1200, false)]
    [InlineData(1201, false)]
    [InlineData(null, true)]
    public void Twenty_minutes_are_needed(int? seconds, bool isBad) =>
        Assert.Equal(isBad, A.AskOf(Rule, Set, Run(150) with { MovingTime = seconds is { } time ? TimeSpan.FromSeconds(time) : null }).Reasons.Contains("HR_QUALITY"));

    [Fact]
    public void An_estimate_is_a_bound_of_credibility_too() => Assert.Equal(["HR_QUALITY"], Ask(Forty, 186).Reasons);

    [Fact]
    public void The_highest_that_three_runs_agree_on_is_measured()
    {
        // 200 stands alone; 190, 188 and 187 lie within three beats of 190.
        Assert.Equal(190, Max(200, 190, 188, 187));
        Assert.Equal(190.9, Max(200, 191.1, 190.9, 188, 187));
        Assert.Equal(184, Max(200, 190, 188, 184, 183, 182));
        Assert.Equal((180, "ESTIMATED"), (Max(200, 190, 188), Assert.Single(AskAfter(150, 200, 190, 188).Reasons)));
        Assert.Equal(Severity.Caution, AskAfter(165, 190, 188, 187).Severity);
        Assert.Equal(190, Max(190, 187, 187));
        Assert.Equal(180, Max(190, 186.9, 186.9));

        static double Max(params double[] rates) => AskAfter(150, rates).Limits.Single(limit => limit.Name == "max_hr_bpm").Value;

        static Evaluation AskAfter(double rate, params double[] rates) =>
            A.AskOf(Rule, Forty, Run(rate), [.. rates.Select((max, at) => A.Run($"2025-02-1{at}").AtHeartRate(140, max))]);
    }

    [Theory]
    [InlineData("2024-03-04", false)] // 366 days before
    [InlineData("2024-03-05", true)]
    [InlineData("2025-03-05T05:00", false)]
    public void A_year_is_looked_at(string third, bool isMeasured)
    {
        Activity[] others = [A.Run("2025-02-10").AtHeartRate(140, 190), A.Run("2025-02-12").AtHeartRate(140, 190), A.Run(third).AtHeartRate(140, 190)];
        Assert.Equal(isMeasured, !A.AskOf(Rule, Forty, Run(150), others).Reasons.Contains("ESTIMATED"));
    }

    [Theory]
    [InlineData(154.0, 362, null)] // exactly 10 % above 140
    [InlineData(154.07, 362, null)]
    [InlineData(154.1, 362, Severity.Caution)]
    [InlineData(170, 371, null)] // slower by more than half of what the load explains
    public void Without_a_highest_a_rise_without_slowing_is_a_caution(double rate, double pace, Severity? severity) =>
        Assert.Equal(severity, A.AskOf(Rule, A.Runner(birthYear: null), Run(rate).Easy(8, pace), Usual(6, 140)).Severity);

    [Fact]
    public void Without_a_highest_six_runs_with_heart_rate_and_a_judged_pace_are_needed()
    {
        Assert.Equal(["HR_MAX"], A.AskOf(Rule, A.Runner(birthYear: null), Run(160), [.. Usual(5, 140), A.Run("2025-02-03").Easy(8)]).Reasons);
        Assert.Equal(["HR_MAX"], A.AskOf(Rule, A.Runner(birthYear: null), Run(160), Usual(5, 140)).Reasons);
        Assert.Equal(["HR_MAX"], A.AskOf(Rule, A.Runner(birthYear: null), A.Run("2025-03-05").Easy(8).With(EquipmentKind.AnkleWeights, 1).AtHeartRate(160), Usual(6, 140)).Reasons);
    }

    [Fact]
    public void It_concerns_counted_runs_of_any_equipment()
    {
        Assert.Equal(Severity.Caution, A.AskOf(Rule, Set, A.Run("2025-03-05").With(EquipmentKind.AnkleWeights, 1).AtHeartRate(170)).Severity);
        Assert.Equal(Outcome.NotApplicable, A.AskOf(Rule, Set, A.Run("2025-03-05").WithVest(1).AtHeartRate(170)).Outcome);
    }

    private static Activity Run(double? rate) => A.Run("2025-03-05").Easy(8, 362).WithVest(4).AtHeartRate(rate);

    private static Evaluation Ask(RunnerProfile profile, double? rate) => A.AskOf(Rule, profile, Run(rate));

    private static Activity[] Usual(int runs, double rate) => [.. A.Habit("2025-03-03", runs).Select(run => run.AtHeartRate(rate))];
}
