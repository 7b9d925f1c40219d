using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Tests.Digest;

/// <summary>A made-up runner of 70 kg with half a year behind her, and the week of 3 to 9 March 2025; each test changes what it is about.</summary>
internal sealed record DigestWorld
{
    public static readonly Week Week = Week.Containing(new DateOnly(2025, 3, 3));

    public static DateTime Monday { get; } = new(2025, 3, 10, 7, 0, 0);

    public IReadOnlyList<Activity> Runs { get; init; } = [.. Habit(), .. AWatchfulWeek()];

    public DateOnly SyncedFrom { get; init; } = new(2024, 9, 9);

    public double? BodyKilograms { get; init; } = 70;

    public DigestSituation Situation { get; init; } = new() { AsOfLocal = Monday };

    public DigestLinks Links { get; init; } = DigestLinks.None;

    public DigestSentences Sentences { get; init; } = DigestSentences.In(DigestLanguage.English, isImperial: false);

    public TrainingLog Log => new(Runs, SyncedFrom, Monday.AddHours(-1));

    public RunnerProfile Profile => new()
    {
        BirthYear = 1990,
        BodyMass = BodyKilograms is { } body ? [new BodyMassEntry(new DateOnly(2025, 1, 1), Mass.FromKilograms(body))] : [],
        ExperiencedSince = new DateOnly(2020, 1, 1),
        UsualLoad = Mass.FromKilograms(7),
    };

    public WeekReport Report => ComplianceAnalyzer.Analyze(Log, Profile, Thresholds.Default, Week);

    public WeeklyDigest Compose() => new DigestComposer(Log, Profile, Thresholds.Default, Sentences).Compose(Report, Situation, Links);

    /// <summary>Links as a server gives them, everywhere where one may be.</summary>
    public DigestWorld WithLinks() => this with
    {
        Links = new DigestLinks
        {
            Settings = "https://run.example/settings",
            Unsubscribe = Signed("unsubscribe"),
            Report = "https://run.example/weeks/2025-W10",
            Reconnect = trouble => $"https://run.example/connect/{trouble.Provider}",
            Rule = rule => $"https://run.example/rules#{rule}",
            Fix = run => Signed($"fix/{run}"),
            Answer = (kind, run) => kind == DigestQuestionKind.Load
                ? new AnswerLinks { Tell = Signed($"load/{run}") }
                : new AnswerLinks { Yes = Signed($"yes/{run}"), No = Signed($"no/{run}"), Never = Signed("never") },
        },
    };

    /// <summary>All runs from Strava, recorded by a watch.</summary>
    public DigestWorld FromStrava(string device = "Garmin Forerunner 255") => this with
    {
        Situation = Situation with { Origins = Runs.ToDictionary(run => run.Id, run => new RunOrigin(RunProvider.Strava, device, $"https://www.strava.com/activities/{run.StartLocal:yyMMddHHmm}")) },
    };

    public static Activity Run(string date, double kilometers = 8, double secondsPerKilometer = 360, double? vest = null, string? title = null) => new()
    {
        Id = new ActivityId($"strava:{date}"),
        StartLocal = DateTime.Parse(date, CultureInfo.InvariantCulture).AddHours(7),
        Sport = Sport.Run,
        Distance = Distance.FromKilometers(kilometers),
        MovingTime = TimeSpan.FromSeconds(kilometers * secondsPerKilometer),
        ElapsedTime = TimeSpan.FromSeconds((kilometers * secondsPerKilometer) + 30),
        ElevationGain = Distance.FromMeters(40),
        AverageHeartRateBpm = vest is null ? 144 : 152,
        MaxHeartRateBpm = 181,
        Title = title,
        Load = vest is { } kilograms ? new CarriedLoad { Source = LoadSource.Title, Pieces = [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(kilograms))] } : null,
    };

    /// <summary>Since October: a vest on Tuesday and on Saturday, without on Thursday and Sunday; every day a second slower or quicker than the one before.</summary>
    public static IEnumerable<Activity> Habit(int weeks = 20) => from back in Enumerable.Range(1, weeks)
                                                                 from day in new[] { 1, 3, 5, 6 }
                                                                 let isWeighted = day is 1 or 5
                                                                 select Run(Week.AddWeeks(-back).StartsOn.AddDays(day).ToString("O", CultureInfo.InvariantCulture), 8, (isWeighted ? 388 : 360) + ((back + day) % 5), isWeighted ? 7 : null, isWeighted ? "Vest 7 kg" : "Easy");

    /// <summary>Three weighted runs, one of them too quick for its load.</summary>
    public static IEnumerable<Activity> AWatchfulWeek() =>
    [
        Run("2025-03-04", 8, 388, 7, "Vest 7 easy"),
        Run("2025-03-06", 8, 358, 8.4, "Vest run"),
        Run("2025-03-08", 8, 391, 7, "#vest7kg hills"),
        Run("2025-03-09", 8.8, 364, null, "Long one"),
    ];

    private static string Signed(string what) => $"https://run.example/l/{what}/CfDJ8MqT3kXw0bQyVdR7n2sLhZpUeJ4aGxK9cWfYtNoBvIiD6rHmPzSgEuQlAjC1yO5T8wXbRkM0";
}
