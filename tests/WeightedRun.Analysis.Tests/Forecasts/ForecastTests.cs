using System.Globalization;
using FsCheck.Xunit;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Tests.Properties;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Forecasts;

public sealed class ForecastTests
{
    [Fact]
    public void Three_days_with_a_day_off_between_two_of_them_recommended()
    {
        var week = After("2025-03-09", [.. A.Habit("2025-03-09", 20), A.Run("2025-03-06T19:00").Easy(6, 420).WithVest(5), A.Run("2025-03-03T19:00").Easy(6, 420).WithVest(5)]).ThisWeek;
        Assert.Equal(["2025-03-10", "2025-03-12", "2025-03-14"], week.Days.Select(Text));
        Assert.Equal((2, 3, A.Date("2025-03-10")), (week.RecommendedSessions, week.SessionsLeft, week.EarliestDay));
        Assert.Equal((6.0, 8.8), (week.HighestLoad!.Value.Kilograms, week.LongestDistance!.Value.Kilometers));
    }

    [Fact]
    public void After_a_weighted_sunday_monday_is_free()
    {
        var week = After("2025-03-09", [.. A.Habit("2025-03-08", 20), A.Run("2025-03-09").Easy(6, 420).WithVest(5), A.Run("2025-03-03T19:00").Easy(6, 420).WithVest(5)]).ThisWeek;
        Assert.Equal(A.Date("2025-03-11"), week.EarliestDay);
        Assert.Equal(["spacing.back-to-back"], week.HeldBackBy);
    }

    [Fact]
    public void A_full_week_leaves_nothing_until_the_next()
    {
        var forecast = After("2025-03-07", [.. A.Habit("2025-03-06", 20), .. new[] { "2025-03-03", "2025-03-05", "2025-03-07" }.Select(date => A.Run(date + "T19:00").Easy(6, 420).WithVest(5))]);
        Assert.Equal((0, null, null), (forecast.ThisWeek.SessionsLeft, forecast.ThisWeek.EarliestDay, forecast.ThisWeek.HighestLoad));
        Assert.NotEmpty(forecast.ThisWeek.HeldBackBy);
        Assert.Equal(A.Date("2025-03-10"), forecast.NextWeek.EarliestDay);
    }

    [Fact]
    public void A_beginner_is_told_of_two_light_runs()
    {
        var week = Forecast.After(A.Date("2025-03-09"), A.Log(A.Habit("2025-03-09", 20)), A.Runner(), Thresholds.Default).ThisWeek;
        Assert.Equal(2, week.SessionsLeft);
        Assert.InRange(week.HighestLoad!.Value.Kilograms, 1.4, 3.5);
        Assert.Equal(8.0, week.LongestDistance!.Value.Kilometers, 0.1);
    }

    [Fact]
    public void Without_a_body_mass_and_a_habit_nobody_can_tell_how_much()
    {
        var profile = A.Experienced with { BodyMass = [] };
        var week = Forecast.After(A.Date("2025-03-09"), A.Log(A.Run("2025-03-08")), profile, Thresholds.Default).ThisWeek;
        Assert.Null(week.LongestDistance);
        Assert.Equal(1.5, week.HighestLoad!.Value.Kilograms); // the second run is compared with a first one of half a kilogram
    }

    [Fact]
    public void After_weeks_without_running_no_day_is_free()
    {
        var week = After("2025-03-09", [A.Run("2025-02-01"), A.Run("2025-03-09")]).ThisWeek;
        Assert.Equal((0, "return.after-break"), (week.SessionsLeft, Assert.Single(week.HeldBackBy)));
    }

    [Fact]
    public void What_the_log_holds_later_is_left_aside()
    {
        Activity[] known = [.. A.Habit("2025-03-09", 20), A.Run("2025-03-06T19:00").Easy(6, 420).WithVest(5)];
        Activity[] more = [.. known, A.Run("2025-03-10").WithVest(20), A.Run("2025-03-11").WithVest(20)];
        Assert.Equal(Describe(After("2025-03-09", known)), Describe(After("2025-03-09", more)));
    }

    [Fact]
    public void Tighter_limits_allow_less()
    {
        var log = A.Log([.. A.Habit("2025-03-09", 20), A.Run("2025-03-06T19:00").Easy(6, 420).WithVest(5)]);
        Assert.Equal(1, Forecast.After(A.Date("2025-03-09"), log, A.Experienced, Thresholds.Default with { MaxSessionsPerWeek = 1 }).ThisWeek.SessionsLeft);
    }

    [Property(MaxTest = 60)]
    public bool Whoever_follows_it_draws_no_caution_and_no_violation(int seed, byte choice, byte share)
    {
        var runner = new RandomRunner(seed, isCareful: seed % 2 == 0);
        var today = A.Date("2025-03-09").AddDays(choice % 6);
        var log = RandomRunner.Log(runner.Runs).Until(today);
        var forecast = Forecast.After(today, log, runner.Profile, Thresholds.Default);
        return IsClean(Chosen(forecast.ThisWeek)) && IsClean([.. All(forecast.ThisWeek), .. All(forecast.NextWeek)]);

        // Any of the days, each with any part of what is allowed.
        PlannedDay[] Chosen(Allowance week) => [.. week.Days.Where((_, at) => (choice & (8 << at)) != 0).Select((day, at) => new PlannedDay(day, Part(week.HighestLoad, at), Part(week.LongestDistance, at)))];

        T? Part<T>(T? most, int at)
            where T : struct => most is { } value ? Scale(value, (at % 2 == 0) == (share % 2 == 0) ? 1 : share / 255.0) : null;

        bool IsClean(PlannedDay[] plan)
        {
            var runs = plan.Select((run, at) => A.Run(Text(run.Day) + "T20:00").WithVest(run.Load?.Kilograms) with { Id = new ActivityId($"followed-{at}"), Distance = run.Distance, MovingTime = null, ElapsedTime = TimeSpan.FromMinutes(20) });
            var followed = new TrainingLog([.. log.Activities, .. runs], log.SyncedFrom, log.SyncedUntil);
            return plan.Select(run => Week.Containing(run.Day)).Distinct().All(week => ComplianceAnalyzer.Analyze(followed, runner.Profile, Thresholds.Default, week).Evaluations
                .Where(evaluation => evaluation is { Outcome: Outcome.Finding, Severity: >= Severity.Caution })
                .All(evaluation => evaluation.Activities.All(id => !id.Value.StartsWith("followed", StringComparison.Ordinal))));
        }
    }

    private static PlannedDay[] All(Allowance week) => [.. week.Days.Select(day => new PlannedDay(day, week.HighestLoad, week.LongestDistance))];

    private static T Scale<T>(T value, double share)
        where T : struct => value switch
        {
            Mass mass => (T)(object)Mass.FromKilograms(mass.Kilograms * share),
            Distance distance => (T)(object)Distance.FromMeters(distance.Meters * share),
            _ => value,
        };

    private static string Describe(Forecast forecast) => string.Join(';', new[] { forecast.ThisWeek, forecast.NextWeek }.Select(week => $"{string.Join(',', week.Days.Select(Text))} {week.HighestLoad?.Kilograms} {week.LongestDistance?.Meters}"));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Forecast After(string day, Activity[] runs) => Forecast.After(A.Date(day), A.Log(runs), A.Experienced, Thresholds.Default);

    private sealed record PlannedDay(DateOnly Day, Mass? Load, Distance? Distance);
}
