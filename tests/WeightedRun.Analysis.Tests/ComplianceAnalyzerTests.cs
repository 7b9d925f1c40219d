using FsCheck.Xunit;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Analysis.Tests;

public sealed class ComplianceAnalyzerTests
{
    [Fact]
    public void The_week_is_summed_up()
    {
        var report = ComplianceAnalyzer.Analyze(A.Log(A.Run("2025-03-03").Of(8).WithVest(7), A.Run("2025-03-05").Of(10), A.Run("2025-03-07").Of(8).WithVest(7)), A.Runner(), Thresholds.Default, A.Week);
        Assert.Equal((2, 16.0, 112.0), (report.WeightedSessions, report.WeightedDistance!.Value.Kilometers, report.LoadKgKm));
        Assert.Equal(WeekColour.Green, report.Colour);
    }

    [Fact]
    public void The_worst_severity_gives_the_colour()
    {
        Assert.Equal(WeekColour.Amber, ColourWith(11));
        Assert.Equal(WeekColour.Red, ColourWith(15));
        Assert.Equal(WeekColour.Green, ColourWith(8.4));
    }

    [Fact]
    public void A_week_without_runs_is_grey_and_every_rule_still_answers()
    {
        var report = ComplianceAnalyzer.Analyze(A.Log(), A.Runner(), Thresholds.Default, A.Week);
        Assert.Equal(WeekColour.Grey, report.Colour);
        Assert.Equal(RuleBook.Rules.Select(rule => rule.Code), report.Evaluations.Select(evaluation => evaluation.Rule).Distinct());
    }

    [Fact]
    public void An_unknown_load_makes_the_sum_unknown_and_not_zero() =>
        Assert.Null(ComplianceAnalyzer.Analyze(A.Log(A.Run("2025-03-03").WithVest(null)), A.Runner(), Thresholds.Default, A.Week).LoadKgKm);

    [Property]
    public bool One_more_weighted_run_never_improves_the_colour(byte days, byte load)
    {
        var runs = Enumerable.Range(3, 1 + (days % 6)).Select(day => A.Run($"2025-03-0{day}").WithVest(load % 20)).ToArray();
        return Colour(runs) >= Colour(runs[..^1]) || runs.Length == 1;

        static WeekColour Colour(WeightedRun.Analysis.Runs.Activity[] runs) => ComplianceAnalyzer.Analyze(A.Log(runs), A.Runner(), Thresholds.Default, A.Week).Colour;
    }

    private static WeekColour ColourWith(double kilograms) => ComplianceAnalyzer.Analyze(A.Log(A.Run("2025-03-03").WithVest(kilograms)), A.Runner(), Thresholds.Default, A.Week).Colour;
}
