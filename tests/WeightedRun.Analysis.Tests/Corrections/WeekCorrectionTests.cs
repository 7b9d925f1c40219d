using WeightedRun.Analysis.Corrections;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Corrections;

public sealed class WeekCorrectionTests
{
    private static readonly Activity[] Runs = [.. A.Habit("2025-03-02", 20), A.Run("2025-03-03").Easy(6, 420).WithVest(5), A.Run("2025-03-06").Easy(6, 420)];

    [Fact]
    public void A_run_that_now_counts_as_weighted_is_named()
    {
        var correction = WeekCorrection.Between(Analyze(Runs), Analyze([.. Runs[..^1], A.Run("2025-03-06").Easy(6, 420).WithVest(15)]));
        Assert.Equal((WeekColour.Green, WeekColour.Red), correction!.Colour);
        Assert.Equal((1, 2), correction.WeightedSessions);
        Assert.Contains(correction.Appeared, finding => finding is { Rule: "load.body-weight", Subject: "activity:2025-03-06" });
        Assert.All(correction.Gone, finding => Assert.Equal(Severity.Positive, finding.Severity));
    }

    [Fact]
    public void What_is_gone_and_what_changed_are_told_apart()
    {
        Activity[] heavy = [.. Runs[..^2], A.Run("2025-03-03").Easy(6, 420).WithVest(12), A.Run("2025-03-06").Easy(6, 420).WithVest(9)];
        Activity[] lighter = [.. Runs[..^2], A.Run("2025-03-03").Easy(6, 420).WithVest(8), A.Run("2025-03-06").Easy(6, 420).WithVest(5)];
        var correction = WeekCorrection.Between(Analyze(heavy), Analyze(lighter))!;
        Assert.Equal(["activity:2025-03-06"], correction.Gone.Where(finding => finding.Rule == "load.body-weight").Select(finding => finding.Subject));
        var (before, after) = Assert.Single(correction.Changed, change => change.Before.Rule == "load.body-weight");
        Assert.Equal((Severity.Caution, Severity.Info), (before.Severity, after.Severity));
    }

    [Fact]
    public void The_same_is_no_correction() => Assert.Null(WeekCorrection.Between(Analyze(Runs), Analyze([.. Runs.Reverse()])));

    [Fact]
    public void Two_weeks_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => WeekCorrection.Between(Analyze(Runs), ComplianceAnalyzer.Analyze(A.Log(Runs), A.Experienced, Thresholds.Default, A.Week.AddWeeks(1))));

    [Theory]
    [InlineData("2025-03-11T10:59:59", false)] // 36 hours after midnight an hour ahead of UTC
    [InlineData("2025-03-11T11:00:00", true)]
    [InlineData("2025-03-11T11:00:01", true)]
    public void A_week_closes_thirty_six_hours_after_its_end(string utc, bool isClosed)
    {
        var log = A.Log([.. Runs.Select(run => run with { UtcOffset = TimeSpan.FromHours(1) })]);
        var moment = DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(isClosed, WeekClosing.IsClosed(log, A.Week, moment));
        Assert.Equal(isClosed, WeekClosing.Reopen(log, Analyze(Runs), Analyze(Runs[..^1]), moment) is not null);
        Assert.Null(WeekClosing.Reopen(log, Analyze(Runs), Analyze(Runs), moment));
    }

    private static WeekReport Analyze(Activity[] runs) => ComplianceAnalyzer.Analyze(A.Log(runs), A.Experienced, Thresholds.Default, A.Week);
}
