using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class BenefitTests
{
    private const string Rule = "positive.unweighted-benefit";

    private static readonly double[] Reference = [1.18, 1.20, 1.19, 1.21, 1.17, 1.19, 1.20, 1.18];
    private static readonly double[] Better = [1.23, 1.24, 1.22, 1.25, 1.21, 1.23];

    [Fact]
    public void R18_TV1_three_percent_quicker_is_told()
    {
        var evaluation = Ask(Better);
        Assert.Equal((Severity.Positive, "trend:2025-03-09"), (evaluation.Severity, evaluation.Subject));
        Assert.Equal(["change_percent=3.36", "standard_error_percent=0.84", "recent_runs=6", "reference_runs=8"], Listed(evaluation.Observed));
        Assert.Equal(["change_percent=2"], Listed(evaluation.Limits));
    }

    [Fact]
    public void R18_TV2_less_than_one_percent_is_no_change() => Assert.Equal(Outcome.Pass, Ask([1.20, 1.21, 1.19, 1.20, 1.22, 1.18]).Outcome);

    [Fact]
    public void R18_TV3_four_recent_runs_are_too_few()
    {
        var evaluation = Ask(Better[..4]);
        Assert.Equal((Outcome.InsufficientData, 4, 6), (evaluation.Outcome, evaluation.Have, evaluation.Need));
    }

    [Theory]
    [InlineData(1.2137, null)] // 1.99 % of 1.19
    [InlineData(1.2138, Severity.Positive)]
    public void Two_percent_are_the_least(double recent, Severity? severity) => Assert.Equal(severity, Assert.Single(A.Ask(Rule, A.Runner(), LogOf([1.19, 1.19, 1.19, 1.19, 1.19, 1.19], [recent, recent, recent, recent, recent, recent], 6))).Severity);

    [Fact]
    public void Noise_needs_a_larger_change() => Assert.Equal(Outcome.Pass, Ask([1.13, 1.33, 1.22, 1.35, 1.11, 1.23]).Outcome);

    [Theory]
    [InlineData(5, Outcome.InsufficientData)]
    [InlineData(6, Outcome.Finding)]
    public void Six_weighted_runs_are_needed(int weighted, Outcome outcome) => Assert.Equal(outcome, Assert.Single(A.Ask(Rule, A.Runner(), LogOf(Reference, Better, weighted))).Outcome);

    [Theory]
    [InlineData(15.0, Outcome.Finding)] // exactly five degrees
    [InlineData(15.1, Outcome.InsufficientData)]
    public void A_much_warmer_reference_is_the_season(double reference, Outcome outcome)
    {
        var runs = LogOf(Reference, Better, 6).Activities.Select(run => run with { TemperatureCelsius = run.StartLocal < new DateTime(2025, 2, 10) ? reference : 10 });
        var evaluation = Assert.Single(A.Ask(Rule, A.Runner(), A.Log([.. runs])));
        Assert.Equal(outcome, evaluation.Outcome);
        Assert.Equal(outcome == Outcome.Finding ? [] : ["SEASON"], evaluation.Reasons);
    }

    [Fact]
    public void Five_temperatures_say_nothing_of_the_season()
    {
        var runs = LogOf(Reference, Better, 6).Activities.Select((run, at) => run with { TemperatureCelsius = run.StartLocal < new DateTime(2025, 2, 10) ? 30 : 10 })
            .Select(run => run.Id.Value == "2025-02-10T07:00" ? run with { TemperatureCelsius = null } : run);
        Assert.Equal(Outcome.Finding, Assert.Single(A.Ask(Rule, A.Runner(), A.Log([.. runs]))).Outcome);
    }

    [Fact]
    public void A_fall_is_told_only_after_two_periods()
    {
        var worse = Better.Select(value => value - 0.09).ToArray();
        Assert.Equal(Outcome.Pass, Ask(worse).Outcome);
        var twice = A.Log(
        [
            .. Enumerable.Range(0, 8).Select(at => Run(A.Date("2024-11-20").AddDays(6 * at), 1.30)),
            .. Enumerable.Range(0, 7).Select(at => Run(A.Date("2025-01-13").AddDays(4 * at), 1.20)),
            .. Enumerable.Range(0, 7).Select(at => Run(A.Date("2025-02-10").AddDays(4 * at), 1.10)),
            .. Enumerable.Range(0, 6).Select(at => A.Run($"2025-01-{1 + (3 * at):00}T19:00").WithVest()),
        ]);
        var evaluation = Assert.Single(A.Ask(Rule, A.Runner(), twice));
        Assert.Equal((Severity.Info, "FALLING"), (evaluation.Severity, evaluation.Reasons.SingleOrDefault()));
    }

    [Theory]
    [InlineData(24.9, false)]
    [InlineData(25, true)]
    [InlineData(90, true)]
    [InlineData(90.1, false)]
    public void Twenty_five_to_ninety_minutes_are_compared(double minutes, bool isCompared)
    {
        var log = LogOf(Reference, Better[..5], 6);
        Assert.Equal(isCompared, Assert.Single(A.Ask(Rule, A.Runner(), A.Log([.. log.Activities, Run(A.Date("2025-03-09"), 1.23, minutes)]))).Outcome == Outcome.Finding);
    }

    [Theory]
    [InlineData("2025-02-09", false)]
    [InlineData("2025-02-10", true)] // 27 days before the week's last
    [InlineData("2025-03-10", false)]
    public void Recent_are_the_last_four_weeks(string date, bool isRecent)
    {
        var log = LogOf(Reference, Better[1..], 6);
        Assert.Equal(isRecent, Assert.Single(A.Ask(Rule, A.Runner(), A.Log([.. log.Activities, Run(A.Date(date), 1.23, evening: true)]))).Outcome == Outcome.Finding);
    }

    [Theory]
    [InlineData("2024-12-15", false)]
    [InlineData("2024-12-16", true)] // 83 days before the week's last
    public void The_reference_are_the_eight_weeks_before(string date, bool isReference)
    {
        var log = LogOf(Reference[..5], Better, 6);
        Assert.Equal(isReference, Assert.Single(A.Ask(Rule, A.Runner(), A.Log([.. log.Activities, Run(A.Date(date), 1.19, evening: true)]))).Outcome == Outcome.Finding);
    }

    private static Evaluation Ask(double[] recent) => Assert.Single(A.Ask(Rule, A.Runner(), LogOf(Reference, recent, 6)));

    private static TrainingLog LogOf(double[] reference, double[] recent, int weighted) => A.Log(
    [
        .. reference.Select((value, at) => Run(A.Date("2024-12-20").AddDays(6 * at), value)),
        .. recent.Select((value, at) => Run(A.Date("2025-02-10").AddDays(4 * at), value)),
        .. Enumerable.Range(0, weighted).Select(at => A.Run($"2025-01-{1 + (3 * at):00}T19:00").WithVest()),
    ]);

    /// <summary>Forty minutes at 150 beats and so many metres a minute per beat.</summary>
    private static Activity Run(DateOnly date, double efficiency, double minutes = 40, bool evening = false) =>
        A.Run(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + (evening ? "T18:00" : "T07:00")).Of(efficiency * 150 * minutes / 1000).AtHeartRate(150) with { MovingTime = TimeSpan.FromMinutes(minutes), ElapsedTime = TimeSpan.FromMinutes(minutes) };

    private static IEnumerable<string> Listed(IReadOnlyList<Measure> numbers) => numbers.Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number.Name}={number.Value:0.##}"));
}
