using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Runs;

public sealed class CalendarTests
{
    private const string BackToBack = "spacing.back-to-back";

    [Fact]
    public void A_run_over_midnight_belongs_to_the_day_it_started()
    {
        var log = A.Log(A.Run("2025-03-09T23:50").Lasting(60).WithVest(), A.Run("2025-03-10T23:59:59").WithVest());
        Assert.Single(log.In(A.Week));
        Assert.Equal(1, ComplianceAnalyzer.Analyze(log, A.Experienced, Thresholds.Default, A.Week).WeightedSessions);
    }

    [Fact]
    public void Around_midnight_two_dates_are_two_sessions_however_small_the_gap() =>
        Assert.Equal(2, A.Log(A.Run("2025-03-09T23:30").Lasting(29).WithVest(), A.Run("2025-03-10T00:05").WithVest()).Sessions.Count);

    [Fact]
    public void The_last_day_of_february_is_a_day()
    {
        Activity[] runs = [.. new[] { "2024-02-28", "2024-02-29", "2024-03-01" }.Select(date => A.Run(date).WithVest())];
        var log = new TrainingLog(runs, new DateOnly(2023, 1, 1), new DateTime(2024, 3, 17));
        var leap = Assert.Single(A.Ask(BackToBack, A.Experienced, log, Week.Containing(new DateOnly(2024, 2, 29))));
        Assert.Equal((3, "streak:2024-02-28"), (leap.Observed[0].Value, leap.Subject));
        var common = A.Log(A.Run("2025-02-28").WithVest(), A.Run("2025-03-01").WithVest());
        Assert.Equal(2, Assert.Single(A.Ask(BackToBack, A.Experienced, common, A.Week.AddWeeks(-1))).Observed[0].Value);
    }

    [Fact]
    public void A_day_of_twenty_three_hours_is_a_day_by_the_runners_clock()
    {
        // On 30 March 2025 clocks in Europe went from 2 to 3.
        var before = A.Run("2025-03-30T01:40").Lasting(20).WithVest() with { UtcOffset = TimeSpan.FromHours(1) };
        var after = A.Run("2025-03-30T08:00").WithVest() with { UtcOffset = TimeSpan.FromHours(2) };
        var week = Week.Containing(new DateOnly(2025, 3, 30));
        Assert.Equal(Outcome.Pass, Assert.Single(A.Ask("frequency.weekly-limit", A.Experienced, new TrainingLog([before, after], new DateOnly(2024, 9, 1), new DateTime(2025, 3, 30, 22, 0, 0)), week)).Outcome);
        Assert.Equal(Outcome.InsufficientData, Assert.Single(A.Ask("frequency.weekly-limit", A.Experienced, new TrainingLog([before], new DateOnly(2024, 9, 1), new DateTime(2025, 3, 30, 22, 0, 0)), week)).Outcome);
    }

    [Fact]
    public void A_week_that_starts_on_sunday_holds_another_seven_days()
    {
        Assert.True(Week.TryParse("2025-W10", DayOfWeek.Sunday, out var sunday));
        var log = A.Log([.. new[] { "2025-03-02", "2025-03-04", "2025-03-06", "2025-03-08" }.Select(date => A.Run(date).WithVest())]);
        var report = ComplianceAnalyzer.Analyze(log, A.Experienced with { WeekStartsOn = DayOfWeek.Sunday }, Thresholds.Default, sunday);
        Assert.Equal((4, "2025-W10", WeekColour.Red), (report.WeightedSessions, report.Week.Label, report.Colour));
        Assert.Equal(3, ComplianceAnalyzer.Analyze(log, A.Experienced, Thresholds.Default, A.Week).WeightedSessions);
    }

    [Fact]
    public void The_day_before_a_sunday_week_counts_for_its_spacing()
    {
        var sunday = Week.Containing(new DateOnly(2025, 3, 2), DayOfWeek.Sunday);
        Activity[] evenings = [.. Enumerable.Range(0, 30).Select(at => A.Run(A.Date("2025-03-05").AddDays(-at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T20:00"))];
        Assert.Equal(Outcome.Pass, Spaced("2025-03-01"));
        Assert.Equal(Outcome.Finding, Spaced("2025-02-28"));

        Outcome Spaced(string before) => Assert.Single(A.Ask("positive.well-spaced-week", A.Experienced, A.Log([A.Run(before).WithVest(3), A.Run("2025-03-02").Easy(5, 400).WithVest(3), .. evenings]), sunday)).Outcome;
    }

    [Theory]
    [InlineData("2025-03-10T00:00:00Z", "2025-W10")] // the week's last day is over in UTC, where the runner is not known to be elsewhere
    [InlineData("2025-03-09T23:59:59Z", "2025-W09")]
    [InlineData("2025-04-30T00:00:00Z", "2025-W17")] // empty weeks are weeks
    public void The_last_complete_week_is_over_at_the_last_sync(string until, string label)
    {
        var log = new TrainingLog([A.Run("2025-03-04")], null, DateTime.Parse(until, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));
        Assert.Equal(label, log.LastCompleteWeek()?.Label);
    }

    [Fact]
    public void Without_a_last_sync_it_is_the_newest_runs_week()
    {
        Assert.Equal("2025-W10", new TrainingLog([A.Run("2025-03-04"), A.Run("2025-03-20") with { Sport = Sport.Ride }]).LastCompleteWeek()?.Label);
        Assert.Null(new TrainingLog([]).LastCompleteWeek());
        Assert.Equal("2025-W10", new TrainingLog([A.Run("2025-03-02")]).LastCompleteWeek(DayOfWeek.Sunday)?.Label);
    }
}
