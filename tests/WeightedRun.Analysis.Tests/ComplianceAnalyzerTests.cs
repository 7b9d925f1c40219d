using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests;

public sealed class ComplianceAnalyzerTests
{
    [Fact]
    public void The_week_is_summed_up()
    {
        var report = Analyze(A.Run("2025-03-03").Of(8).WithVest(7), A.Run("2025-03-05").Of(10), A.Run("2025-03-07").Of(8).WithVest(7));
        Assert.Equal((2, 16.0, 112.0), (report.WeightedSessions, report.WeightedDistance!.Value.Kilometers, report.LoadKgKm));
        Assert.Equal((WeekColour.Green, "1"), (report.Colour, report.ThresholdsVersion));
    }

    [Fact]
    public void An_unknown_part_makes_the_sum_unknown_and_not_zero()
    {
        Assert.Null(Analyze(A.Run("2025-03-03").WithVest(null)).LoadKgKm);
        Assert.Null(Analyze(A.Run("2025-03-03").WithVest(5) with { Distance = null }).WeightedDistance);
        Assert.Equal((0, 0.0), (Analyze().WeightedSessions, Analyze().LoadKgKm));
        Assert.Equal(0.0, Analyze(A.Run("2025-03-03").With(EquipmentKind.AnkleWeights, null)).LoadKgKm);
    }

    [Theory]
    [InlineData(8.4, WeekColour.Green)]
    [InlineData(11, WeekColour.Amber)]
    [InlineData(15, WeekColour.Red)]
    public void The_worst_severity_gives_the_colour(double kilograms, WeekColour colour) => Assert.Equal(colour, Analyze(A.Run("2025-03-03").WithVest(kilograms)).Colour);

    [Fact]
    public void A_week_without_runs_is_grey_and_every_rule_still_answers()
    {
        var report = Analyze();
        Assert.Equal(WeekColour.Grey, report.Colour);
        Assert.Equal(RuleBook.Codes, report.Evaluations.Select(evaluation => evaluation.Rule).Distinct());
    }

    [Fact]
    public void A_week_in_which_nothing_could_be_checked_is_grey()
    {
        var log = new TrainingLog([A.Run("2025-03-03")]);
        Assert.Equal(WeekColour.Grey, ComplianceAnalyzer.Analyze(log, A.Runner(), Thresholds.Default, A.Week).Colour);
    }

    [Fact]
    public void A_suppressed_finding_does_not_colour_the_week()
    {
        // The third day for a runner of fifty is a caution that the weekly limit of four already says, in red.
        var older = A.Runner(birthYear: 1970) with { ExperiencedSince = new DateOnly(2020, 1, 1), UsualLoad = Units.Mass.FromKilograms(2) };
        var log = A.Log([.. A.Habit("2025-03-02", 20, 5), A.Run("2025-02-10").WithVest(2), A.Run("2025-02-12").WithVest(2), A.Run("2025-02-14").WithVest(2), A.Run("2025-03-03").WithVest(2)]);
        Assert.Equal(WeekColour.Green, ComplianceAnalyzer.Analyze(log, older, Thresholds.Default, A.Week).Colour);
    }

    [Fact]
    public void The_rules_are_the_twenty_one_of_the_book_in_their_order() => Assert.Equal(
        [
            "equipment.ankle-weights", "equipment.dumbbells", "equipment.wrist-weights", "load.body-weight", "load.beginner-ramp", "return.after-break", "load.jump",
            "distance.session-spike", "distance.longer-than-usual", "pace.chasing", "positive.patient-pace", "effort.heart-rate", "frequency.weekly-limit",
            "spacing.back-to-back", "frequency.rolling-limit", "frequency.weekly-recommended", "frequency.double-session", "volume.load-distance-jump",
            "positive.well-spaced-week", "positive.compliant-streak", "positive.unweighted-benefit",
        ],
        RuleBook.Codes);

    [Fact]
    public void A_merged_run_is_named_by_its_first_part_and_lists_all()
    {
        var report = Analyze(A.Run("2025-03-03T07:00").WithVest(5), A.Run("2025-03-03T07:45").WithVest(5));
        var evaluation = Assert.Single(report.Evaluations, evaluation => evaluation.Rule == "load.body-weight");
        Assert.Equal("activity:2025-03-03T07:00", evaluation.Subject);
        Assert.Equal(["2025-03-03T07:00", "2025-03-03T07:45"], evaluation.Activities.Select(id => id.Value));
    }

    [Fact]
    public void The_same_log_gives_the_same_report()
    {
        Activity[] runs = [.. A.Habit("2025-03-02", 20), A.Run("2025-03-03").WithVest(9), A.Run("2025-03-04").WithVest(3)];
        Assert.Equal(Analyze(runs), Analyze([.. runs.Reverse()]));
        Assert.NotEqual(Analyze(runs), Analyze(runs[..^1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Half_a_year_is_judged_in_64_kilobytes(int weightedRunsAWeek)
    {
        var days = Enumerable.Range(0, 180).Where(back => back % 6 != 5).Select(back => A.Week.EndsOn.AddDays(-back));
        Activity[] runs =
        [
            .. days.Select(day => (Run: A.Run(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Easy(7 + (day.DayNumber % 4 * 0.4), 355 + (day.DayNumber % 5)).AtHeartRate(142 + (day.DayNumber % 3), 180).Climbing(30), Day: day))
                .Select(one => (int)one.Day.DayOfWeek < weightedRunsAWeek ? one.Run.WithVest(5) : one.Run),
        ];
        var log = new TrainingLog(runs, new DateOnly(2024, 1, 1), new DateTime(2025, 3, 17));
        ComplianceAnalyzer.Analyze(log, A.Experienced, Thresholds.Default, A.Week);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ComplianceAnalyzer.Analyze(log, A.Experienced, Thresholds.Default, A.Week);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    private static WeekReport Analyze(params Activity[] runs) => ComplianceAnalyzer.Analyze(A.Log(runs), A.Experienced, Thresholds.Default, A.Week);
}
