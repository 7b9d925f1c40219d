using WeightedRun.Analysis.Questions;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Questions;

public sealed class WeightQuestionsTests
{
    // Metres a minute per beat of the clean runs: median 1.19, spread below 2.5 %.
    private static readonly double[] Usual = [1.16, 1.17, 1.18, 1.18, 1.19, 1.19, 1.19, 1.19, 1.20, 1.20, 1.21, 1.22];

    [Theory]
    [InlineData(1.16, false)] // -2.5 %: one spread
    [InlineData(1.12, false)] // -5.9 %: more than two spreads, but only 3 % slower
    [InlineData(1.11, true)] // -6.7 %: 4 % slower at a heart rate 3 % higher
    [InlineData(1.07, true)] // -10 %
    public void Slower_at_a_higher_heart_rate_is_asked_about(double efficiency, bool isAsked)
    {
        var questions = Ask(Suspect(efficiency));
        Assert.Equal(isAsked, questions.Count == 1);
        if (isAsked)
            Assert.Equal((WeightQuestion.WasItWeighted, "2025-03-05T07:00", A.Date("2025-03-05")), (questions[0].Code, questions[0].Activity.Value, questions[0].Date));
    }

    [Fact]
    public void The_change_is_told() => Assert.Equal(-10.1, Assert.Single(Ask(Suspect(1.07))).EfficiencyChangePercent, 0.05);

    [Fact]
    public void After_two_refusals_only_clear_cases_are_asked_and_after_three_none()
    {
        Assert.Single(Ask(Suspect(1.11), refusals: 1));
        Assert.Empty(Ask(Suspect(1.11), refusals: 2));
        Assert.Single(Ask(Suspect(1.07), refusals: 2));
        Assert.Empty(Ask(Suspect(1.07), refusals: 3));
    }

    [Fact]
    public void Everything_else_that_explains_it_is_believed_first()
    {
        var run = Suspect(1.07);
        Assert.Single(Ask(run));
        Assert.Empty(Ask(run.WithVest()));
        Assert.Empty(Ask(run.Suspected()));
        Assert.Empty(Ask(run.Climbing(100))); // a slope of just above 3 %
        Assert.Single(Ask(run.Climbing(99)));
        Assert.Empty(Ask(run with { TemperatureCelsius = 16.1 }));
        Assert.Single(Ask(run with { TemperatureCelsius = 16 }));
        Assert.Empty(Ask(run.AtHeartRate(null)));
        Assert.Empty(Ask(run with { AverageCadenceSpm = 155 }));
    }

    [Fact]
    public void Slow_alone_or_a_high_heart_rate_alone_is_not_enough()
    {
        Assert.Empty(Ask(At(A.Run("2025-03-05T07:00"), 1.07, 150))); // slower, the same heart rate
        Assert.Empty(Ask(At(A.Run("2025-03-05T07:00"), 1.07, 165))); // a higher heart rate, not slower
    }

    [Theory]
    [InlineData(0.59, false)]
    [InlineData(0.61, true)]
    [InlineData(1.19, true)]
    [InlineData(1.21, false)]
    public void The_distance_must_be_usual(double share, bool isAsked)
    {
        var run = Suspect(1.07);
        Assert.Equal(isAsked, Ask(Scaled(run, share * 7140 / run.Distance!.Value.Meters)).Count == 1);
    }

    [Fact]
    public void Two_low_runs_in_a_row_are_fatigue_and_without_a_next_run_it_is_too_early()
    {
        var run = Suspect(1.07);
        Assert.Empty(Questions([.. Baseline(), run]));
        Assert.Empty(Questions([.. Baseline(), run, At(A.Run("2025-03-07"), 1.08, 158)]));
        Assert.DoesNotContain(Questions([.. Baseline(), At(A.Run("2025-03-04T07:00"), 1.08, 158), run, At(A.Run("2025-03-07"), 1.19, 150)]), question => question.Date == A.Date("2025-03-05"));
    }

    [Fact]
    public void After_a_break_everybody_is_slower()
    {
        Activity[] runs = [.. Baseline().Where(run => run.StartLocal < new DateTime(2025, 2, 22)), .. Extra("2025-02-15"), At(A.Run("2025-03-01"), 1.19, 150), Suspect(1.07), At(A.Run("2025-03-07"), 1.19, 150)];
        Assert.Empty(Questions(runs));
        Assert.Single(Questions([.. runs, At(A.Run("2025-02-23"), 1.19, 150), At(A.Run("2025-02-26"), 1.19, 150)]));

        static Activity[] Extra(string last) => [.. Enumerable.Range(0, 12).Select(back => At(A.Run(Text(A.Date(last).AddDays(-back)) + "T20:00"), Usual[back], 150))];
    }

    [Fact]
    public void Eleven_runs_are_too_few() => Assert.Empty(Questions([.. Baseline()[1..], Suspect(1.07), At(A.Run("2025-03-07"), 1.19, 150)]));

    [Fact]
    public void Earlier_tagged_runs_at_the_same_time_make_it_likelier()
    {
        var tagged = new[] { "2025-02-26T08:30", "2025-02-19T06:00", "2025-02-12T12:00", "2025-02-25T10:30" }.Select(start => A.Run(start).WithVest());
        Assert.Equal(2, Assert.Single(Questions([.. Baseline(), .. tagged, Suspect(1.07), At(A.Run("2025-03-07"), 1.19, 150)]), question => question.Code == WeightQuestion.WasItWeighted).AlikeRuns);
    }

    [Theory]
    [InlineData(1.30, 140, true)] // 9 % more speed per beat, faster and easier
    [InlineData(1.24, 146, false)] // 4 %
    [InlineData(1.30, 152, false)] // faster but harder
    public void A_tagged_run_that_is_faster_and_easier_is_asked_about_too(double efficiency, double rate, bool isAsked)
    {
        var questions = Questions([.. Baseline(), At(A.Run("2025-03-05T07:00"), efficiency, rate).WithVest(7), At(A.Run("2025-03-07"), 1.19, 150)]);
        Assert.Equal(isAsked, questions.Any(question => question.Code == WeightQuestion.WasItReallyWeighted));
    }

    private static IReadOnlyList<WeightQuestion> Ask(Activity run, int refusals = 0) => Questions([.. Baseline(), run, At(A.Run("2025-03-07"), 1.19, 150)], refusals);

    private static IReadOnlyList<WeightQuestion> Questions(Activity[] runs, int refusals = 0) => WeightQuestions.About(A.Log(runs), A.Experienced, A.Week, refusals);

    private static Activity Suspect(double efficiency) => At(A.Run("2025-03-05T07:00"), efficiency, 154.6);

    private static Activity[] Baseline() => [.. Usual.Select((value, at) => At(A.Run(Text(A.Date("2025-03-03").AddDays(-3 * at))), value, 150) with { TemperatureCelsius = 10 })];

    /// <summary>Forty minutes, level.</summary>
    private static Activity At(Activity run, double efficiency, double rate) =>
        run.Of(efficiency * rate * 40 / 1000).AtHeartRate(rate) with { MovingTime = TimeSpan.FromMinutes(40), ElapsedTime = TimeSpan.FromMinutes(40) };

    private static Activity Scaled(Activity run, double factor) =>
        run with { Distance = Distance.FromMeters(run.Distance!.Value.Meters * factor), MovingTime = run.MovingTime * factor, ElapsedTime = run.ElapsedTime * factor };

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
