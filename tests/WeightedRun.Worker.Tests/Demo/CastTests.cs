using WeightedRun.Analysis;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Sandbox.Demo;
using WeightedRun.Sandbox.Demo.Cast;

namespace WeightedRun.Worker.Tests.Demo;

/// <summary>The sample runners show what they are there to show, on whatever day the demo is started.</summary>
public sealed class CastTests
{
    private const int HistoryDays = 180;

    public static TheoryData<string> Days() =>
    [
        "2026-11-23T09:00Z", "2026-11-24T00:00Z", "2026-11-25T23:00Z", "2026-11-26T12:00Z", "2026-11-27T06:00Z", "2026-11-28T18:00Z", "2026-11-29T07:00Z",
        // Clocks change between the two digests.
        "2026-03-30T01:00Z", "2026-10-26T23:00Z", "2028-02-29T12:00Z",
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_rule_fires_for_somebody(string now)
    {
        var findings = TheCast.Of(TheCast.Size).SelectMany(runner => Digests(runner, now)).SelectMany(report => FindingsOf(report)).Select(finding => finding.Rule);
        Assert.Equal(RuleBook.Codes.Order(StringComparer.Ordinal), findings.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Somebody_does_everything_right(string now)
    {
        var paula = Digests(TheCast.Of(1)[0], now);
        Assert.All(paula, report => Assert.Equal((WeekColour.Green, 2), (report.Colour, report.WeightedSessions)));
        Assert.Equal(
            ["positive.compliant-streak", "positive.patient-pace", "positive.unweighted-benefit", "positive.well-spaced-week"],
            FindingsOf(paula[^1]).Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_document_introduces_them_all()
    {
        var document = File.ReadAllText(Path.Combine(RootAbove(AppContext.BaseDirectory), "docs", "demo.md"));
        Assert.All(TheCast.Of(TheCast.Size), runner => Assert.Contains($"| {runner.Name} |", document, StringComparison.Ordinal));
    }

    [Fact]
    public void After_the_dozen_they_come_again_under_another_name() =>
        Assert.Equal(30, TheCast.Of(30).Select(runner => runner.Email).Distinct().Count());

    /// <summary>The weeks of both digests, as the rules judge the plan.</summary>
    private static List<WeekReport> Digests(SampleRunner runner, string now)
    {
        var weeks = new DemoWeeks(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(runner.Zone);
        var week0 = weeks.Week0(zone);
        var known = week0.AddDays(-HistoryDays);
        var activities = runner.Runs.Where(run => !run.IsDeletedLater).Select(run => ActivityOf(run, run.StartIn(week0, zone))).Where(run => DateOnly.FromDateTime(run.StartLocal) >= known);
        var joined = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(weeks.Joining, zone).DateTime);
        var profile = new RunnerProfile
        {
            BirthYear = runner.BirthYear,
            BodyMass = runner.BodyKilograms is { } kilograms ? [new BodyMassEntry(joined, Mass.FromKilograms(kilograms))] : [],
            ExperiencedSince = runner.IsExperienced ? joined : null,
        };
        var log = new TrainingLog(activities, known, weeks.Now.UtcDateTime);
        return [.. new[] { week0.AddDays(-7), week0 }.Select(day => ComplianceAnalyzer.Analyze(log, profile, Thresholds.Default, Week.Containing(day)))];
    }

    private static Activity ActivityOf(PlannedRun run, DateTimeOffset start)
    {
        var uploaded = run.OnStrava(start);
        var input = new TaggerInput
        {
            Sport = Sport.Run,
            Title = run.RenamedTo ?? run.Title,
            DevicePackMass = run.PackKilograms is { } pack ? Mass.FromKilograms(pack) : null,
            Answer = run.VestSaidLater is { } vest ? new RunnerAnswer(true, [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(vest))]) : null,
        };
        return new Activity
        {
            Id = new ActivityId($"{start:O}"),
            StartLocal = start.DateTime,
            Sport = run.IsOnTreadmill ? Sport.TreadmillRun : Sport.Run,
            Surface = run.IsOnTreadmill ? Surface.Treadmill : Surface.Outdoor,
            Distance = Distance.FromMeters(uploaded.DistanceMeters),
            MovingTime = TimeSpan.FromSeconds(uploaded.MovingSeconds),
            ElapsedTime = TimeSpan.FromSeconds(uploaded.MovingSeconds),
            ElevationGain = Distance.FromMeters(uploaded.ElevationGainMeters),
            AverageHeartRateBpm = uploaded.AverageHeartRate,
            MaxHeartRateBpm = uploaded.MaxHeartRate,
            Load = LoadTagger.Tag(input),
        };
    }

    private static IEnumerable<Evaluation> FindingsOf(WeekReport report) => report.Evaluations.Where(evaluation => evaluation.Outcome == Outcome.Finding);

    private static string RootAbove(string folder) => File.Exists(Path.Combine(folder, "WeightedRun.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);
}
