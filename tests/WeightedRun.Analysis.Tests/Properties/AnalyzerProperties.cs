using FsCheck.Xunit;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Properties;

public sealed class AnalyzerProperties
{
    /// <summary>
    /// The exceptions are sessions that come before others: an earlier one may become what a later one is compared with (an established load,
    /// a longest run, the run before a break), and one of unknown load or distance makes the week's volume unknown.
    /// </summary>
    [Property(MaxTest = 300)]
    public bool One_more_weighted_run_at_the_weeks_end_never_improves_its_colour(int seed, byte tenths)
    {
        var runner = new RandomRunner(seed);
        var more = A.Run("2025-03-16T23:30").Easy(2 + (tenths % 10)).WithVest(tenths / 10.0);
        return Analyze(runner, [.. runner.Runs, more]).Colour >= Analyze(runner, runner.Runs).Colour;
    }

    [Property(MaxTest = 200)]
    public bool The_order_of_the_input_does_not_matter(int seed)
    {
        var runner = new RandomRunner(seed);
        var shuffled = runner.Runs.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Analyze(runner, runner.Runs).Equals(Analyze(runner, shuffled));
    }

    [Property(MaxTest = 200)]
    public bool Second_copies_change_nothing(int seed, byte seconds)
    {
        var runner = new RandomRunner(seed);
        var copies = runner.Runs.Select(run => run with { Id = new ActivityId(run.Id + "~copy"), StartLocal = run.StartLocal.AddSeconds(seconds % 61) });
        return Analyze(runner, runner.Runs).Equals(Analyze(runner, [.. runner.Runs, .. copies]));
    }

    [Property(MaxTest = 200)]
    public bool A_log_moved_by_whole_weeks_says_the_same(int seed, short weeks)
    {
        var runner = new RandomRunner(seed);
        var days = 7 * (weeks % 500);
        var moved = runner.Runs.Select(run => run with { StartLocal = run.StartLocal.AddDays(days) });
        var profile = runner.Profile with { BodyMass = [.. runner.Profile.BodyMass.Select(entry => entry with { On = entry.On.AddDays(days) })], ExperiencedSince = runner.Profile.ExperiencedSince?.AddDays(days) };
        var log = new TrainingLog(moved, new DateOnly(2024, 9, 1).AddDays(days), new DateTime(2025, 3, 24).AddDays(days));
        var report = ComplianceAnalyzer.Analyze(log, profile, Thresholds.Default, RandomRunner.LastWeek.AddWeeks(weeks % 500));
        return WithoutSubjects(report).SequenceEqual(WithoutSubjects(Analyze(runner, runner.Runs)));
    }

    [Property(MaxTest = 200)]
    public bool All_distances_times_the_same_leave_the_relative_rules_alone(int seed, byte tenths)
    {
        var runner = new RandomRunner(seed);
        var factor = 1 + (tenths / 100.0);
        var longer = runner.Runs.Select(run => run with
        {
            Distance = run.Distance is { } distance ? Distance.FromMeters(distance.Meters * factor) : null,
            MovingTime = run.MovingTime * factor,
            ElapsedTime = run.MovingTime,
        });
        var same = runner.Runs.Select(run => run with { ElapsedTime = run.MovingTime });
        return Relative(longer).SequenceEqual(Relative(same));

        IEnumerable<(string, Outcome, Severity?, string)> Relative(IEnumerable<Activity> runs) => Analyze(runner, [.. runs]).Evaluations
            .Where(evaluation => evaluation.Rule.StartsWith("distance.", StringComparison.Ordinal))
            .Select(evaluation => (evaluation.Subject, evaluation.Outcome, evaluation.Severity, string.Join(',', evaluation.Reasons)));
    }

    [Property(MaxTest = 200)]
    public bool What_happens_later_leaves_earlier_weeks_alone(int seed)
    {
        var runner = new RandomRunner(seed);
        var earlier = RandomRunner.LastWeek.AddWeeks(-3);
        var known = runner.Runs.Where(run => DateOnly.FromDateTime(run.StartLocal) <= earlier.EndsOn);
        return ComplianceAnalyzer.Analyze(RandomRunner.Log(known), runner.Profile, Thresholds.Default, earlier)
            .Equals(ComplianceAnalyzer.Analyze(RandomRunner.Log(runner.Runs), runner.Profile, Thresholds.Default, earlier));
    }

    [Property(MaxTest = 200)]
    public bool Every_rule_answers_once_for_each_subject_and_none_fails(int seed)
    {
        var runner = new RandomRunner(seed);
        var evaluations = Analyze(runner, runner.Runs).Evaluations;
        return evaluations.Select(evaluation => (evaluation.Rule, evaluation.Subject)).Distinct().Count() == evaluations.Count
            && RuleBook.Codes.SequenceEqual(evaluations.Select(evaluation => evaluation.Rule).Distinct())
            && evaluations.All(evaluation => evaluation.Outcome != Outcome.Error
                && (evaluation.Severity is not null) == evaluation.Outcome is Outcome.Finding or Outcome.Suppressed
                && (evaluation.SuppressedBy is not null) == (evaluation.Outcome == Outcome.Suppressed)
                && evaluation.Observed.Concat(evaluation.Limits).All(measure => double.IsFinite(measure.Value)));
    }

    [Property(MaxTest = 200)]
    public bool Lighter_is_never_worse_for_the_load_of_one_run(int seed, byte tenths)
    {
        var runner = new RandomRunner(seed);
        var heavy = tenths / 10.0;
        return new[] { "load.body-weight", "load.beginner-ramp", "load.jump", "return.after-break" }.All(rule => SeverityOf(rule, heavy) >= SeverityOf(rule, heavy * 0.8));

        int SeverityOf(string rule, double kilograms)
        {
            var run = A.Run("2025-03-16T23:30").Easy(2).WithVest(Math.Max(kilograms, 2.5));
            var evaluation = Analyze(runner, [.. runner.Runs, run]).Evaluations.Single(evaluation => evaluation.Rule == rule && evaluation.Subject == $"activity:{run.Id}");
            return evaluation.Severity is { } severity ? (int)severity : -1;
        }
    }

    private static WeekReport Analyze(RandomRunner runner, Activity[] runs) =>
        ComplianceAnalyzer.Analyze(RandomRunner.Log(runs), runner.Profile, Thresholds.Default, RandomRunner.LastWeek);

    private static IEnumerable<string> WithoutSubjects(WeekReport report) => report.Evaluations.Select(evaluation =>
        $"{evaluation.Rule} {evaluation.Outcome} {evaluation.Severity} {evaluation.SuppressedBy} {string.Join(',', evaluation.Reasons)} {string.Join(',', evaluation.Activities)} {string.Join(',', evaluation.Observed)} {string.Join(',', evaluation.Limits)}");
}
