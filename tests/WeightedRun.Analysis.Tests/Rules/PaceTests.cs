using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class PaceTests
{
    private const string Chasing = "pace.chasing";
    private const string Patient = "positive.patient-pace";

    private static readonly (double Pace, double Kilometers, double Gain)[] Baseline =
    [
        (360, 8, 40), (352, 8, 40), (366, 10, 60), (372, 8, 80), (355, 6, 30), (348, 8, 40), (368, 10, 50), (362, 8, 40), (358, 7, 30), (365, 9, 60),
    ];

    [Fact]
    public void R12_TV1_slower_as_the_load_explains_passes_and_is_praised()
    {
        var evaluation = Ask(10, 392);
        Assert.Equal(Outcome.Pass, evaluation.Outcome);
        Assert.Equal(8.56, Observed(evaluation, "slower_percent"), 0.01);
        Assert.Equal(-0.85, Observed(evaluation, "surprise"), 0.01);
        Assert.Equal(360.6, evaluation.Limits.Single(limit => limit.Name == "usual_pace_s_per_km").Value, 0.05);
        Assert.Equal(3.0, evaluation.Limits.Single(limit => limit.Name == "spread_percent").Value, 9);
        Assert.Equal(Severity.Positive, Ask(10, 392, rule: Patient).Severity);
    }

    [Fact]
    public void R12_TV2_no_slower_is_a_caution_unless_the_heart_beat_as_usual()
    {
        var evaluation = Ask(10, 358);
        Assert.Equal(Severity.Caution, evaluation.Severity);
        Assert.Equal(["FASTER_THAN_UNWEIGHTED", "SAME_TIME"], evaluation.Reasons);
        Assert.Equal((-0.86, 2.29), (Math.Round(Observed(evaluation, "slower_percent"), 2), Math.Round(Observed(evaluation, "surprise"), 2)));
        var easy = Ask(10, 358, 148, 147);
        Assert.Equal((Outcome.Pass, "HR_RELIEF"), (easy.Outcome, Assert.Single(easy.Reasons)));
        Assert.Equal(Severity.Caution, Ask(10, 358, 160, 147).Severity);
        Assert.Equal(Outcome.Pass, Ask(10, 358, rule: Patient).Outcome);
    }

    [Fact]
    public void R12_TV3_faster_than_without_is_a_violation()
    {
        Assert.Equal(Severity.Violation, Ask(12, 345).Severity);
        Assert.Equal((Severity.Caution, true), (Ask(12, 345, 148, 147).Severity, Ask(12, 345, 148, 147).Reasons.Contains("HR_RELIEF")));
    }

    [Fact]
    public void R12_TV4_above_ten_percent_the_same_time_is_a_violation() => Assert.Equal(Severity.Violation, Ask(12, 358).Severity);

    [Fact]
    public void R12_TV5_a_light_load_hides_in_a_good_day()
    {
        Assert.Equal(Outcome.Pass, Ask(4, 362).Outcome);
        Assert.Equal(0.72, Observed(Ask(4, 362), "surprise"), 0.01);
    }

    [Fact]
    public void R12_TV6_fewer_runs_widen_the_spread()
    {
        var evaluation = Ask(9, 355, rows: Baseline[..8]);
        Assert.Equal(Severity.Caution, evaluation.Severity);
        Assert.Equal(3.75, evaluation.Limits.Single(limit => limit.Name == "spread_percent").Value, 9);
        Assert.Equal(1.89, Observed(evaluation, "surprise"), 0.01);
    }

    [Fact]
    public void R12_TV7_five_runs_are_too_few()
    {
        foreach (var rule in new[] { Chasing, Patient })
        {
            var evaluation = Ask(10, 358, rows: Baseline[..5], rule: rule);
            Assert.Equal((Outcome.InsufficientData, 5, 6), (evaluation.Outcome, evaluation.Have, evaluation.Need));
            Assert.NotEqual(Outcome.InsufficientData, Ask(10, 358, rows: Baseline[..6], rule: rule).Outcome);
        }
    }

    [Fact]
    public void R12_TV8_a_varied_runner_is_not_accused()
    {
        var rows = new double[] { 330, 345, 360, 372, 390, 402, 350, 380, 366, 340 }.Select(pace => (pace, 8.0, 0.0)).ToArray();
        var evaluation = A.AskOf(Chasing, A.Runner(), A.Run("2025-03-05").Easy(8, 362).WithVest(5.6), Runs(rows, null));
        Assert.Equal(Outcome.Pass, evaluation.Outcome);
        Assert.Equal((7.15, 0.71), (Math.Round(evaluation.Limits.Single(limit => limit.Name == "spread_percent").Value, 2), Math.Round(Observed(evaluation, "surprise"), 2)));
    }

    [Theory]
    [InlineData(2.99, Outcome.NotApplicable)]
    [InlineData(3.0, Outcome.Pass)]
    [InlineData(3.01, Outcome.Pass)]
    public void Below_three_percent_pace_says_nothing(double percent, Outcome outcome)
    {
        Assert.Equal(outcome, Ask(percent, 392).Outcome);
        Assert.Equal(outcome, Ask(percent, 420, rule: Patient).Outcome);
    }

    [Fact]
    public void What_is_missing_is_named_in_order()
    {
        var run = A.Run("2025-03-05").Easy(8, 358).Climbing(40);
        Assert.Equal(["BODY_WEIGHT", "LOAD", "DISTANCE", "TIME"], Of(A.Runner(kilograms: null), run.WithVest(null) with { Distance = null, MovingTime = null }).Reasons);
        Assert.Equal(["TOO_HILLY"], Of(A.Runner(), run.Climbing(401).WithVest(7)).Reasons);
        Assert.Equal(Outcome.Pass, Of(A.Runner(), A.Run("2025-03-05").Easy(8, 420).Climbing(400).WithVest(7)).Outcome);
        Assert.Equal(Outcome.NotApplicable, Of(A.Runner(), run.With(EquipmentKind.AnkleWeights, 3)).Outcome);
        Assert.Equal(Outcome.NotApplicable, Of(A.Runner(), run.WithVest(1) with { Distance = null }).Outcome);
    }

    [Theory]
    [InlineData("2025-01-07", false)] // 57 days before
    [InlineData("2025-01-08", true)]
    [InlineData("2025-03-05T05:00", false)] // the same day
    public void Eight_weeks_are_compared_with(string other, bool isEnough)
    {
        var run = A.Run("2025-03-05T18:00").Easy(8, 392).WithVest(7);
        Assert.Equal(isEnough, A.AskOf(Chasing, A.Runner(), run, [A.Run(other).Easy(8), .. Runs(Baseline[..5], null)]).Outcome != Outcome.InsufficientData);
    }

    [Theory]
    [InlineData(3.99, false)]
    [InlineData(4.0, true)]
    [InlineData(16.0, true)]
    [InlineData(16.01, false)]
    public void Half_to_twice_the_distance_is_comparable(double kilometers, bool isComparable) =>
        Assert.Equal(isComparable, A.AskOf(Chasing, A.Runner(), A.Run("2025-03-05").Easy(8, 392).WithVest(7), [A.Run("2025-01-20").Easy(kilometers), .. Runs(Baseline[..5], null)]).Outcome != Outcome.InsufficientData);

    [Fact]
    public void Indoors_outdoors_hills_and_tagged_runs_are_not_mixed()
    {
        var run = A.Run("2025-03-05").Easy(8, 392).WithVest(7);
        var five = Runs(Baseline[..5], null);
        var sixth = A.Run("2025-01-20").Easy(8);
        Assert.NotEqual(Outcome.InsufficientData, Of(A.Runner(), run, [sixth, .. five]).Outcome);
        Assert.Equal(Outcome.InsufficientData, Of(A.Runner(), run, [sixth.On(Surface.Treadmill), .. five]).Outcome);
        Assert.Equal(Outcome.InsufficientData, Of(A.Runner(), run, [sixth.Climbing(401), .. five]).Outcome);
        Assert.Equal(Outcome.InsufficientData, Of(A.Runner(), run, [sixth.WithVest(1), .. five]).Outcome);
        Assert.Equal(Outcome.InsufficientData, Of(A.Runner(), run, [sixth.Suspected(), .. five]).Outcome);
        Assert.NotEqual(Outcome.InsufficientData, Of(A.Runner(), run.On(Surface.Treadmill), [.. five.Append(sixth).Select(other => other.On(Surface.Virtual))]).Outcome);
    }

    [Fact]
    public void A_labelled_race_is_judged_and_said_so()
    {
        var race = A.Run("2025-03-05").Easy(8, 392).WithVest(7) with { WorkoutType = WorkoutType.Race };
        Assert.Equal((Outcome.Pass, "QUALITY"), (Of(A.Runner(), race).Outcome, Assert.Single(Of(A.Runner(), race).Reasons)));
        Assert.Equal(["QUALITY"], Of(A.Runner(), race with { WorkoutType = WorkoutType.Workout }).Reasons);
        Assert.Empty(Of(A.Runner(), race with { WorkoutType = WorkoutType.LongRun }).Reasons);
    }

    [Theory]
    [InlineData(400, 153, Severity.Info)]
    [InlineData(400, 152, null)] // two beats are no race
    [InlineData(402, 153, null)] // 0.98 of 409 is 400.8
    public void The_fastest_with_such_a_load_and_a_higher_heart_rate_is_noted(double pace, double rate, Severity? severity)
    {
        Activity[] earlier = [.. new[] { 409.0, 415, 420 }.Select((seconds, at) => A.Run($"2025-02-{2 + (9 * at):00}T20:00").Easy(8, seconds).WithVest(7).AtHeartRate(150))];
        Activity[] others = [.. Runs(Baseline, 140), .. earlier];
        var evaluation = Of(A.Runner(), A.Run("2025-03-05").Easy(8, pace).WithVest(7).AtHeartRate(rate), others);
        Assert.Equal(severity, evaluation.Severity);
        Assert.Equal(severity is not null, evaluation.Reasons.Contains("WEIGHTED_BEST"));
        Assert.DoesNotContain("WEIGHTED_BEST", Of(A.Runner(), A.Run("2025-03-05").Easy(8, 400).WithVest(7).AtHeartRate(153), [.. others[..^1]]).Reasons);
    }

    [Theory]
    [InlineData(6.3, 8, true)] // 0.9 of the load
    [InlineData(6.29, 8, false)]
    [InlineData(7, 6.4, true)] // 0.8 of the distance
    [InlineData(7, 6.39, false)]
    [InlineData(7, 10, true)] // 1.25 times
    [InlineData(7, 10.01, false)]
    public void Such_a_load_and_distance_have_bounds(double kilograms, double kilometers, bool isComparable)
    {
        Activity[] earlier = [.. new[] { 2, 11, 20 }.Select(day => A.Run($"2025-02-{day:00}T20:00").Easy(8, 420).WithVest(7).AtHeartRate(150))];
        earlier[0] = earlier[0].Easy(kilometers, 420).WithVest(kilograms);
        var evaluation = Of(A.Runner(), A.Run("2025-03-05").Easy(8, 400).WithVest(7).AtHeartRate(160), [.. Runs(Baseline, 140), .. earlier]);
        Assert.Equal(isComparable, evaluation.Reasons.Contains("WEIGHTED_BEST"));
    }

    [Theory]
    [InlineData(371.8, null)] // 0.5 S is 3 %: 371.4, and 40 m of climb
    [InlineData(372.1, Severity.Positive)]
    [InlineData(440.3, Severity.Positive)] // 22 %: 440.0, and the climb
    [InlineData(440.8, null)]
    public void Patient_is_slower_by_half_of_the_least_and_not_by_much_more(double pace, Severity? severity) => Assert.Equal(severity, Ask(10, pace, rule: Patient).Severity);

    [Theory]
    [InlineData(149.9, true)] // 1.02 times 147 is 149.94
    [InlineData(150.0, false)]
    public void Two_percent_more_heart_rate_is_as_usual(double rate, bool isRelieved) => Assert.Equal(isRelieved, Ask(10, 358, rate, 147).Reasons.Contains("HR_RELIEF"));

    private static double Observed(Evaluation evaluation, string name) => evaluation.Observed.Single(measure => measure.Name == name).Value;

    private static Evaluation Ask(double percent, double pace, double? rate = null, double? usualRate = null, (double, double, double)[]? rows = null, string rule = Chasing) =>
        A.AskOf(rule, A.Runner(), A.Run("2025-03-05").Easy(8, pace).Climbing(40).WithVest(percent * 0.7).AtHeartRate(rate), Runs(rows ?? Baseline, usualRate));

    private static Evaluation Of(RunnerProfile profile, Activity run, Activity[]? others = null) => A.AskOf(Chasing, profile, run, others ?? Runs(Baseline, null));

    private static Activity[] Runs((double Pace, double Kilometers, double Gain)[] rows, double? rate) =>
        [.. rows.Select((row, at) => A.Run($"2025-02-{1 + (2 * at):00}").Easy(row.Kilometers, row.Pace).Climbing(row.Gain).AtHeartRate(rate))];
}
